"use client";

import { useQueryClient } from "@tanstack/react-query";
import { toast } from "../ui/toast.ts";
import type { Me } from "#lib/contracts/agent";
import { draftsOptions } from "#lib/query/drafts";
import { keys } from "#lib/query/keys";
import { undoSend } from "#lib/query/sends";
import { useStrings } from "../language/use-strings.ts";
import { useOpenDraft } from "./use-open-draft.ts";

export const sendToastId = (sendId: number) => `send-${sendId}`;

/** Takes back a mail that has not left yet: what was written is a draft again, and open to go on with. */
export function useTakeBack(): (sendId: number, conversationId: number) => Promise<void> {
  const words = useStrings().composer;
  const client = useQueryClient();
  const openDraft = useOpenDraft();
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
    const read = (id: number | null) => client.query({ ...draftsOptions(id), staleTime: 0 }).catch(() => []);
    const drafts = (await Promise.all([read(conversationId), read(null)])).flat();
    const me = client.getQueryData<Me>(keys.me);
    const own = drafts.filter((each) => each.author.id === me?.id);
    // It has only just become one.
    const [draft] = own.toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt));
    if (draft) openDraft(draft);
  };
}
