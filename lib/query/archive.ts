import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { Archive, type FolderArchive, type SaveArchive } from "../contracts/archive.ts";
import { get, put, send } from "./api.ts";
import { changeCached } from "./change-cached.ts";
import { keys } from "./keys.ts";

export function archiveOptions(accountId: number) {
  return queryOptions({
    queryKey: keys.archive(accountId),
    queryFn: ({ signal }) => get(`/api/accounts/${accountId}/archive`, Archive, { signal }),
  });
}

export function useSaveArchive(accountId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: SaveArchive) => put(`/api/accounts/${accountId}/archive`, wanted, Archive),
    onMutate: async (wanted) => {
      const undo = await changeCached<Archive>(client, keys.archive(accountId), (archive) => ({
        ...archive,
        ...wanted,
      }));
      return { undo };
    },
    onError: (_error, _wanted, context) => context?.undo(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.archive(accountId) }),
  });
}

export function useSaveFolderArchive(accountId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ folderId, archive }: { folderId: number; archive: FolderArchive }) =>
      send("PUT", `/api/folders/${folderId}/archive`, { archive }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.archive(accountId) }),
  });
}
