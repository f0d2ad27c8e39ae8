import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { Account, Verification } from "../contracts/account.ts";
import { OauthProvider, SignIn, type ConnectSignedIn, type SignedInMailbox } from "../contracts/oauth.ts";
import { pageOf } from "../contracts/paging.ts";
import { get, post } from "./api.ts";
import { keys } from "./keys.ts";

export function oauthProvidersOptions() {
  return queryOptions({
    queryKey: keys.oauthProviders,
    queryFn: async ({ signal }) => (await get("/api/oauth/providers", pageOf(OauthProvider), { signal })).items,
  });
}

export function signInOptions(id: string) {
  return queryOptions({
    queryKey: keys.signIn(id),
    queryFn: ({ signal }) => get(`/api/oauth/sign-ins/${id}`, SignIn, { signal }),
    retry: false,
  });
}

export function trySignIn(id: string, mailbox: SignedInMailbox): Promise<Verification> {
  return post(`/api/oauth/sign-ins/${id}/verification`, mailbox, Verification);
}

export async function connectSignedIn(client: QueryClient, id: string, settings: ConnectSignedIn): Promise<Account> {
  const account = await post(`/api/oauth/sign-ins/${id}/account`, settings, Account);
  client.setQueryData<Account[]>(
    keys.accounts,
    (all) => all && [...all.filter((row) => row.id !== account.id), account],
  );
  return account;
}

export function useReconnectAccount(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => post(`/api/oauth/sign-ins/${id}/reconnection`, undefined, Verification),
    onSettled: () => client.invalidateQueries({ queryKey: keys.accounts }),
  });
}
