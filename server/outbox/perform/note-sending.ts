import { setSendProblem } from "#db/queries/outbox/outbox-account";
import type { Db } from "#db/dialect/sqlite";
import type { Change } from "#lib/contracts/change";
import type { SendingProblem } from "../../smtp/sending-problem.ts";
import type { OutboxContext } from "../context.ts";

/** The account says why nothing leaves it, until something does. Told only when it is news. */
export function noteSending(
  tx: Db,
  changed: (change: Change) => void,
  { id, inboxId, secret }: OutboxContext["account"],
  problem: SendingProblem | null,
): void {
  if (!setSendProblem(tx, id, secret, problem ?? { code: "", detail: "" })) return;
  changed({ type: "account.changed", accountId: id, inboxIds: [inboxId] });
}
