import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Tag, type SaveTag } from "../contracts/conversation.ts";
import { del, post, put } from "./api.ts";
import { changeCached } from "./change-cached.ts";
import { keys } from "./keys.ts";

/** Null makes a new one. */
export function useSaveTag(tagId: number | null) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tag: SaveTag) => (tagId === null ? post("/api/tags", tag, Tag) : put(`/api/tags/${tagId}`, tag, Tag)),
    onSuccess: (saved) =>
      client.setQueryData<Tag[]>(
        keys.tags,
        (all) => all && [...all.filter(({ id }) => id !== saved.id), saved].sort(byName),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: keys.tags }),
  });
}

export function useRemoveTag() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (tag: Tag) => del(`/api/tags/${tag.id}`),
    onMutate: async ({ id }) => {
      const undo = await changeCached<Tag[]>(client, keys.tags, (all) => all.filter((row) => row.id !== id));
      return { undo };
    },
    onError: (_error, _tag, context) => context?.undo(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.tags }),
  });
}

const byName = (a: Tag, b: Tag) => a.name.localeCompare(b.name);
