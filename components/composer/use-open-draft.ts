"use client";

import type { Draft } from "#lib/contracts/draft";
import { useInboxStore } from "../inbox/inbox-state.tsx";
import { currentLocation, goTo } from "../inbox/use-inbox-location.ts";

/** Opens a draft to go on with, in its conversation or, of a new mail, over everything. */
export function useOpenDraft(): (draft: Pick<Draft, "id" | "kind" | "conversationId">) => void {
  const store = useInboxStore();
  return ({ id, kind, conversationId }) => {
    const { composeDraft, setWriting } = store.getState();
    if (kind === "new" || conversationId === null) {
      composeDraft(id);
      return;
    }
    const { filter, conversationId: openId } = currentLocation();
    if (openId !== conversationId) goTo(filter, conversationId);
    setWriting({ conversationId, kind, draftId: id });
  };
}
