import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { TagKeywords, type SaveTagKeywords } from "../contracts/tag-keyword.ts";
import { get, put } from "./api.ts";
import { keys } from "./keys.ts";

export function tagKeywordsOptions(inboxId: number) {
  return queryOptions({
    queryKey: keys.tagKeywords(inboxId),
    queryFn: ({ signal }) => get(`/api/inboxes/${inboxId}/tag-keywords`, TagKeywords, { signal }),
  });
}

export function useSaveTagKeywords(inboxId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (keywords: SaveTagKeywords) => put(`/api/inboxes/${inboxId}/tag-keywords`, keywords, TagKeywords),
    onSuccess: (saved) => client.setQueryData(keys.tagKeywords(inboxId), saved),
  });
}
