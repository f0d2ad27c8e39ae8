import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import {
  Account,
  DiscoveredSettings,
  Folder,
  Verification,
  type ChangeAccount,
  type ConnectAccount,
  type VerifyAccount,
} from "../contracts/account.ts";
import type { FolderRole } from "../contracts/vocabulary.ts";
import { del, get, patch, post, send } from "./api.ts";
import { changeCachedRow, overlay } from "./change-cached.ts";
import { keys } from "./keys.ts";

export function discoverAccount(emailAddress: string): Promise<DiscoveredSettings> {
  return get(`/api/accounts/discover?emailAddress=${encodeURIComponent(emailAddress)}`, DiscoveredSettings);
}

export function verifyAccount(settings: VerifyAccount): Promise<Verification> {
  return post("/api/accounts/verify", settings, Verification);
}

export async function connectAccount(client: QueryClient, settings: ConnectAccount): Promise<Account> {
  const account = await post("/api/accounts", settings, Account);
  client.setQueryData<Account[]>(
    keys.accounts,
    (all) => all && [...all.filter(({ id }) => id !== account.id), account],
  );
  return account;
}

/** Shown at once, but for a password, of which there is nothing to show. */
export function useChangeAccount(accountId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: ChangeAccount) => patch(`/api/accounts/${accountId}`, change, Account),
    onMutate: async ({ paused, name, senderName, mode, inboxId }) => {
      const undo = await changeCachedRow<Account>(client, keys.accounts, accountId, (row) => ({
        ...overlay(row, { name, senderName, mode, inboxId }),
        ...(paused !== undefined && { state: paused ? "paused" : "connecting", stateCode: "", stateDetail: "" }),
      }));
      return { undo };
    },
    onError: (_error, _change, context) => context?.undo(),
    onSettled: () => client.invalidateQueries({ queryKey: keys.accounts }),
  });
}

export function useSyncAccountNow(accountId: number) {
  return useMutation({ mutationFn: () => send("POST", `/api/accounts/${accountId}/sync`) });
}

export function useRemoveAccount(accountId: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => del(`/api/accounts/${accountId}`),
    onSuccess: () => client.setQueryData<Account[]>(keys.accounts, (all) => all?.filter(({ id }) => id !== accountId)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.accounts }),
  });
}

type ChangeRole = { folderId: number; role: FolderRole | null };

/** Null gives the choice back to the server and the names; what they say is known only once they were asked. */
export function useChangeFolderRole(accountId: number) {
  const client = useQueryClient();
  const queryKey = keys.folders(accountId);
  return useMutation({
    mutationFn: ({ folderId, role }: ChangeRole) => patch(`/api/folders/${folderId}`, { role }, Folder),
    onMutate: async ({ folderId, role }) => {
      const undo = await changeCachedRow<Folder>(client, queryKey, folderId, (row) =>
        role === null ? row : { ...row, role, roleSource: "user" },
      );
      return { undo };
    },
    onError: (_error, _change, context) => context?.undo(),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
}
