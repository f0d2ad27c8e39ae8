import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { Draft, SaveDraft } from "../contracts/draft.ts";
import { del, get, post, put } from "./api.ts";
import { keys } from "./keys.ts";

/** The drafts of one conversation; with null, new mails that this agent has begun. */
export function draftsOptions(conversationId: number | null) {
  const search = conversationId === null ? "" : `?conversationId=${conversationId}`;
  return queryOptions({
    queryKey: keys.conversationDrafts(conversationId),
    queryFn: async ({ signal }) => (await get(`/api/drafts${search}`, "drafts", { signal })).items,
  });
}

export function createDraft(draft: z.input<typeof SaveDraft>): Promise<Draft> {
  return post("/api/drafts", draft, "draft");
}

export function saveDraft(id: number, draft: z.input<typeof SaveDraft>): Promise<Draft> {
  return put(`/api/drafts/${id}`, draft, "draft");
}

/** Goes on with a draft that lies on a mail server. */
export function continueDraft(messageId: number): Promise<Draft> {
  return post(`/api/messages/${messageId}/draft`, {}, "draft");
}

export function deleteDraft(id: number): Promise<void> {
  return del(`/api/drafts/${id}`);
}
