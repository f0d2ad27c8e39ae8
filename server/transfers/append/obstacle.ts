import { outboxAccount } from "#db/queries/outbox/outbox-account";
import type { AccountSessions } from "../../imap/account-sessions.ts";
import { ImapError } from "../../imap/errors.ts";
import { store } from "../../store.ts";
import { accountObstacle } from "../account-obstacle.ts";
import type { TransferOutcome } from "../job.ts";
import { waiting } from "../waiting.ts";

const minuteMs = 60_000;

/** Why nothing can be written to the account for now, or ever; null when it can. */
export async function obstacleTo(sessions: AccountSessions, accountId: number): Promise<TransferOutcome | null> {
  const account = await outboxAccount(store().read, accountId);
  if (!account) return { state: "failed", detail: { code: "account_gone" } };
  if (account.mode === "read-only") return { state: "failed", detail: { code: "read_only", accountId } };
  return accountObstacle(sessions, account);
}

/** What an error of the server means to the whole transfer; null when it concerns this one mail. */
export function outcomeOfError(error: unknown, accountId: number): TransferOutcome | null {
  if (!(error instanceof ImapError)) throw error;
  switch (error.kind) {
    case "over-quota":
      return waiting({ code: "over_quota", accountId }, 60 * minuteMs);
    case "no-permission":
      return { state: "failed", detail: { code: "no_permission", accountId } };
    case "offline":
    case "network":
    case "refused":
    case "throttled":
    case "auth":
    case "tls":
      return waiting({ code: "not_connected", accountId }, error.retryAfterMs ?? minuteMs);
    case "folder":
    case "try-create":
    case "too-large":
    case "poison":
    case "protocol":
      // Written and never answered: whether the server has it is seen when it is looked for.
      return error.isUncertain ? waiting({ code: "not_connected", accountId }, minuteMs) : null;
    default:
      return error.kind satisfies never;
  }
}
