import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ChangeFolder, CreateFolder, DeletedFolderMail, Folder } from "../contracts/account.ts";
import { del, patch, post } from "./api.ts";
import { changeCached } from "./change-cached.ts";
import { keys } from "./keys.ts";

/** Settled by reading the folders again: what lies in a folder goes along with it. */
function useSettled(accountId: number) {
  const client = useQueryClient();
  return {
    client,
    queryKey: keys.folders(accountId),
    settle: () => client.invalidateQueries({ queryKey: keys.folders(accountId) }),
  };
}

export function useCreateFolder(accountId: number) {
  const { settle } = useSettled(accountId);
  return useMutation({
    mutationFn: (folder: CreateFolder) => post(`/api/accounts/${accountId}/folders`, folder, "folder"),
    onSettled: settle,
  });
}

type Change = Omit<ChangeFolder, "role"> & { folderId: number };

/** Another name shows at once; another place when the server has said where that is. */
export function useChangeFolder(accountId: number) {
  const { client, queryKey, settle } = useSettled(accountId);
  return useMutation({
    mutationFn: ({ folderId, ...change }: Change) => patch(`/api/folders/${folderId}`, change, "folder"),
    onMutate: async ({ folderId, name, subscribed }) => {
      const undo = await changeCached<Folder[]>(client, queryKey, (rows) =>
        rows.map((row) =>
          row.id === folderId
            ? { ...row, ...(name !== undefined && { name }), ...(subscribed !== undefined && { subscribed }) }
            : row,
        ),
      );
      return { undo };
    },
    onError: (_error, _change, context) => context?.undo(),
    onSettled: settle,
  });
}

type Removal = { folder: Pick<Folder, "id" | "path" | "delimiter">; mail: DeletedFolderMail };

export function useDeleteFolder(accountId: number) {
  const { client, queryKey, settle } = useSettled(accountId);
  return useMutation({
    mutationFn: ({ folder, mail }: Removal) => del(`/api/folders/${folder.id}?mail=${mail}`),
    onMutate: async ({ folder }) => {
      const isGone = (row: Folder) =>
        row.id === folder.id || (folder.delimiter !== "" && row.path.startsWith(folder.path + folder.delimiter));
      const undo = await changeCached<Folder[]>(client, queryKey, (rows) => rows.filter((row) => !isGone(row)));
      return { undo };
    },
    onError: (_error, _removal, context) => context?.undo(),
    onSettled: settle,
  });
}
