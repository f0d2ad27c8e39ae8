import { addDraft, changeDraft, draftOfKey, findDraft, type DraftRow } from "#db/queries/conversations/draft-rows";
import type { BeginDraft, ChangeDraft } from "#lib/contracts/draft";
import type { Agent } from "../../auth/agent.ts";
import { can } from "../../auth/policies.ts";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { checkDraft } from "./check-draft.ts";
import { wishDraftCopy } from "./copy-draft.ts";

/** Who did not hear that it was begun begins it again, and has one draft. @returns its id */
export async function addNewDraft(agent: Agent, { idempotencyKey, ...draft }: BeginDraft): Promise<number> {
  return commit(async (tx, changed) => {
    const { conversationId, inboxIds } = await checkDraft(tx, agent, draft);
    const at = now();
    const written = { ...draft, conversationId, updatedAt: at };
    const begunId = idempotencyKey === undefined ? undefined : await draftOfKey(tx, agent.id, idempotencyKey);
    if (begunId !== undefined) await changeDraft(tx, begunId, undefined, written);
    const draftId = begunId ?? (await addDraft(tx, { ...written, idempotencyKey, authorId: agent.id, createdAt: at }));
    await wishDraftCopy(tx, changed, draftId, draft.accountId);
    changed({ type: "draft.changed", draftId, conversationId, inboxIds });
    return draftId;
  });
}

/** Only its writer changes it; two windows of theirs do not overwrite one another. */
export async function saveDraft(agent: Agent, draftId: number, { version, ...draft }: ChangeDraft): Promise<void> {
  await commit(async (tx, changed) => {
    requireOwn(agent, await findDraft(tx, agent, draftId));
    const { conversationId, inboxIds } = await checkDraft(tx, agent, draft);
    const isSaved = await changeDraft(tx, draftId, version, { ...draft, conversationId, updatedAt: now() });
    if (!isSaved) throw new AppError("stale", "This draft was saved in another window. Load it again.");
    await wishDraftCopy(tx, changed, draftId, draft.accountId);
    changed({ type: "draft.changed", draftId, conversationId, inboxIds });
  });
}

/** A draft out of sight does not exist; one in sight that is not theirs is a colleague's. */
export function requireOwn(agent: Agent, draft: DraftRow | undefined): DraftRow {
  if (!draft) throw new AppError("not_found", "There is no such draft.");
  if (!can(agent, "draft.change", { authorId: draft.authorId }))
    throw new AppError("forbidden", "Only its writer may change a draft.");
  return draft;
}
