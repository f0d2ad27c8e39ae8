"use client";

import { createDraft, deleteDraft } from "#lib/query/drafts";
import { keys } from "#lib/query/keys";
import { useQueryClient } from "@tanstack/react-query";
import { pushUndo } from "../inbox/undo-stack.ts";
import { useStrings } from "../language/use-strings.ts";
import { messageOf } from "../settings/apply-problem.ts";
import { toast } from "../ui/toast.ts";
import type { DraftKeeper } from "./draft/draft-keeper.ts";
import { draftBody, type MailFields } from "./mail-fields.ts";
import { useOpenDraft } from "./use-open-draft.ts";

const undoMs = 10_000;

/** Throws a draft away, for good once the time to take that back is over. */
export function useDiscard(conversationId: number | null) {
  const strings = useStrings();
  const words = strings.composer;
  const client = useQueryClient();
  const openDraft = useOpenDraft();
  return async (keeper: DraftKeeper, fields: MailFields): Promise<void> => {
    const tellFailure = (error: Error) => toast.error(messageOf(strings, error));
    const wasWorth = keeper.id() !== null || keeper.pending() !== null;
    await keeper.flush();
    keeper.stop();
    // What another window has written meanwhile is not this one's to throw away.
    const id = keeper.state().kind === "conflict" ? null : keeper.id();
    if (!wasWorth) return;
    const restore = async () => {
      const draft = await createDraft({ ...draftBody(fields), conversationId });
      await client.invalidateQueries({ queryKey: keys.drafts });
      openDraft(draft);
    };
    const { run } = pushUndo(() => void restore().catch(tellFailure));
    toast(words.discarded, { duration: undoMs, action: { label: strings.common.undo, onClick: run } });
    if (id !== null) await deleteDraft(id).catch(tellFailure);
    await client.invalidateQueries({ queryKey: keys.drafts });
  };
}
