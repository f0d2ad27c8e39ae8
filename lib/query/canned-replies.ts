import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type { AddCannedReply, CannedReply } from "../contracts/canned-reply.ts";
import { del, get, patch, post } from "./api.ts";
import { changeCached } from "./change-cached.ts";
import { keys } from "./keys.ts";

export function cannedRepliesOptions() {
  return queryOptions({
    queryKey: keys.cannedReplies,
    queryFn: async ({ signal }) => (await get("/api/canned-replies", "cannedReplies", { signal })).items,
  });
}

/** Null makes a new one. */
export function useSaveCannedReply(id: number | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reply: AddCannedReply) =>
      id === null
        ? post("/api/canned-replies", reply, "cannedReply")
        : patch(`/api/canned-replies/${id}`, reply, "cannedReply"),
    onSuccess: (saved) =>
      client.setQueryData<CannedReply[]>(
        keys.cannedReplies,
        (all) => all && [...all.filter((one) => one.id !== saved.id), saved].sort(byName),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.cannedReplies }),
  });
}

export function useRemoveCannedReply() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: CannedReply) => del(`/api/canned-replies/${id}`),
    onMutate: async ({ id }) => {
      const undo = await changeCached<CannedReply[]>(client, keys.cannedReplies, (all) =>
        all.filter((one) => one.id !== id),
      );
      return { undo };
    },
    onError: (_error, _reply, context) => context?.undo(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.cannedReplies }),
  });
}

const byName = (a: CannedReply, b: CannedReply) => a.name.localeCompare(b.name);
