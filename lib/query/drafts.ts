import { queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import type { BeginDraft, ChangeDraft, Draft } from "../contracts/draft.ts";
import { Upload } from "../contracts/send.ts";
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

/** As it is stored at this moment. */
export function getDraft(id: number): Promise<Draft> {
  return get(`/api/drafts/${id}`, "draft");
}

export function createDraft(draft: z.input<typeof BeginDraft>, signal?: AbortSignal): Promise<Draft> {
  return post("/api/drafts", draft, "draft", { keepalive: true, ...(signal && { signal }) });
}

export function saveDraft(id: number, draft: z.input<typeof ChangeDraft>, signal: AbortSignal): Promise<Draft> {
  return put(`/api/drafts/${id}`, draft, "draft", { keepalive: true, signal });
}

/** Copies of a message's files that are the agent's own, for a mail that forwards it; made once for each time it is begun. */
export function forwardedFilesOptions(messageId: number, attachmentIds: readonly number[]) {
  return queryOptions({
    queryKey: keys.forwardedFiles(messageId),
    queryFn: async () => {
      const copies = await Promise.all(attachmentIds.map((id) => post(`/api/attachments/${id}/copies`, {}, Upload)));
      return copies.map(({ attachmentId, filename, contentType, sizeBytes, contentId }) => ({
        id: attachmentId,
        filename,
        contentType,
        sizeBytes,
        contentId,
      }));
    },
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** Goes on with a draft that lies on a mail server. */
export function continueDraft(messageId: number): Promise<Draft> {
  return post(`/api/messages/${messageId}/draft`, {}, "draft");
}

export function deleteDraft(id: number): Promise<void> {
  return del(`/api/drafts/${id}`);
}
