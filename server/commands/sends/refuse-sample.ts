import { isSampleConversation, isSampleAccount } from "#db/queries/accounts/sample-account";
import type { Db } from "#db/dialect/sqlite";
import { AppError } from "../../errors.ts";

/**
 * Sample mail does not leave this machine: neither from its own account, nor quoted in an answer from another.
 * @throws AppError `conflict`; what was written stays a draft
 */
export function refuseSample(db: Db, mail: { accountId: number; conversationId: number }): void {
  if (!isSampleAccount(db, mail.accountId) && !isSampleConversation(db, mail.conversationId)) return;
  const message = "This is sample mail: it is not sent to anybody. Connect a mailbox of your own to send.";
  throw new AppError("conflict", message, { extra: { reason: "sample" } });
}
