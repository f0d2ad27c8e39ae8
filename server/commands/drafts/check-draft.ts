import type { Db } from "#db/dialect/sqlite";
import { findAttachment } from "#db/queries/conversations/attachment-rows";
import { inboxesOfConversation, inboxOfAccount } from "#db/queries/conversations/draft-rows";
import { findConversation } from "#db/queries/conversations/find-conversation";
import type { SaveDraft } from "#lib/contracts/draft";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";

/** What a draft hangs on: its conversation after merging, and whose members hear of it. */
export type DraftHome = { conversationId: number | null; inboxIds: number[] };

/** Everything that a draft names must be something its writer may see. */
export async function checkDraft(tx: Db, agent: Agent, draft: SaveDraft): Promise<DraftHome> {
  const account = draft.accountId === null ? null : await inboxOfAccount(tx, agent.inboxIds, draft.accountId);
  if (account === undefined) throw refused("accountId", "There is no such account.");
  for (const attachmentId of draft.attachmentIds)
    if (!(await findAttachment(tx, agent, attachmentId))) throw refused("attachmentIds", "One of these files is gone.");
  if (draft.conversationId === null)
    return { conversationId: null, inboxIds: account === null ? agent.inboxIds : [account] };
  const conversation = await findConversation(tx, agent.inboxIds, draft.conversationId);
  if (!conversation) throw new AppError("not_found", "There is no such conversation.");
  return { conversationId: conversation.id, inboxIds: await inboxesOfConversation(tx, conversation.id) };
}

function refused(path: string, message: string): AppError {
  return new AppError("invalid", message, { issues: [{ path, message }] });
}
