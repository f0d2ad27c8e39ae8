import { addDraft } from "#db/queries/conversations/draft-rows";
import { findMessage } from "#db/queries/conversations/message-content";
import {
  draftMessage,
  draftOfMessage,
  filesOfMessage,
  putCopy,
  recipientsOfMessage,
} from "#db/queries/drafts/draft-copies";
import type { Agent } from "../../auth/agent.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { sanitizeHtml } from "../../mime/sanitize-html.ts";
import { store } from "../../store.ts";
import { copyAttachment } from "../attachments/copy-attachment.ts";
import { fetchBody } from "../messages/fetch-body.ts";

/**
 * Makes a draft that was written in another mail program, or elsewhere here, the agent's own to write on. Its copy on the server is
 * replaced when it is saved, and goes when it is sent. @returns the draft's id
 */
export async function continueDraft(agent: Agent, messageId: number): Promise<number> {
  const db = store().read;
  const found = draftMessage(db, agent.inboxIds, messageId);
  if (!found) throw new AppError("not_found", "There is no such draft.");
  const begun = draftOfMessage(db, messageId);
  if (begun && begun.authorId !== agent.id) throw new AppError("conflict", "A colleague is writing this.");
  if (begun) return begun.draftId;
  await fetchBody(agent, messageId);
  const body = await findMessage(db, agent.inboxIds, messageId);
  const head = await recipientsOfMessage(db, messageId);
  if (!body || !head) throw new AppError("not_found", "There is no such draft.");
  // What was begun as text only is gone on with as such.
  const isPlain = body.html.trim() === "";
  const carried = await filesOfMessage(db, messageId);
  const shown = carried.filter(({ inline, contentId }) => inline && contentId !== "");
  const cidUrls = Object.fromEntries(shown.map(({ contentId }) => [contentId, `cid:${contentId}`]));
  const { html } = await sanitizeHtml({ html: body.html, cidUrls, showRemoteImages: false, imageProxy: null });
  const files: number[] = [];
  for (const { id } of carried) files.push((await copyAttachment(agent, id)).attachmentId);
  const { accountId, folderId, uid, uidValidity } = found;
  // What stands alone answers nothing: it is a new mail.
  const conversationId = found.otherCount === 0 ? null : found.conversationId;
  return commit(async (tx, changed) => {
    const raced = draftOfMessage(tx, messageId);
    if (raced) return raced.draftId;
    const at = now();
    const draftId = await addDraft(tx, {
      ...head,
      conversationId,
      accountId,
      authorId: agent.id,
      kind: conversationId === null ? "new" : "reply",
      html,
      // Beside HTML a text would stay as it was.
      text: isPlain ? body.text : "",
      attachmentIds: files,
      // What it quotes stands in its text already.
      quote: "none",
      createdAt: at,
      updatedAt: at,
    });
    if (uidValidity !== null)
      await putCopy(tx, { draftId, accountId, folderId, uid, uidValidity: BigInt(uidValidity), savedVersion: 0 });
    changed({ type: "draft.changed", draftId, conversationId, inboxIds: agent.inboxIds });
    return draftId;
  });
}
