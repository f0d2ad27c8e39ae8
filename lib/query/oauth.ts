import { queryOptions, useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { Account, Verification } from "../contracts/account.ts";
import {
  BegunSignIn,
  OauthProvider,
  SignIn,
  type BeginSignIn,
  type ConnectSignedIn,
  type SignedInMailbox,
} from "../contracts/oauth.ts";
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

/** Leaves for the provider's page; there is no way on from here but its answer. */
export function useBeginSignIn() {
  return useMutation({
    mutationFn: async (wish: BeginSignIn) => {
      const { url } = await post("/api/oauth/sign-ins", wish, BegunSignIn);
      window.location.assign(url);
    },
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
