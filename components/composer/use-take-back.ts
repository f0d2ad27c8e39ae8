"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "../ui/toast.ts";
import type { Me } from "#lib/contracts/agent";
import { draftsOptions } from "#lib/query/drafts";
import { keys } from "#lib/query/keys";
import { undoSend } from "#lib/query/sends";
import { useStrings } from "../language/use-strings.ts";
import { useInboxStore } from "../inbox/inbox-state.tsx";

export const sendToastId = (sendId: number) => `send-${sendId}`;

/** Takes back a mail that has not left yet: what was written is a draft again, and open to go on with. */
export function useTakeBack(): (sendId: number, conversationId: number) => Promise<void> {
  const words = useStrings().composer;
  const client = useQueryClient();
  const { setWriting, setIsComposing } = useInboxStore().getState();
  return async (sendId, conversationId) => {
    const options = { id: sendToastId(sendId), action: null, duration: 4000 };
    try {
      await undoSend(sendId);
    } catch {
      toast.error(words.tooLate, options);
      return;
    }
    toast(words.takenBack, options);
    void client.invalidateQueries({ queryKey: keys.conversations });
    await client.invalidateQueries({ queryKey: keys.drafts });
    const drafts = await client.query({ ...draftsOptions(conversationId), staleTime: 0 }).catch(() => []);
    const me = client.getQueryData<Me>(keys.me);
    const draft = drafts.find((each) => each.author.id === me?.id);
    if (!draft || draft.kind === "new") setIsComposing(true);
    else setWriting({ conversationId, kind: draft.kind });
  };
}
