"use client";

import { useQuery } from "@tanstack/react-query";
import type { Account } from "#lib/contracts/account";
import type { OauthProviderId } from "#lib/contracts/vocabulary";
import { useBeginSignIn } from "#lib/query/begin-sign-in";
import { oauthProvidersOptions } from "#lib/query/oauth";
import { useTellFailure } from "../settings/use-tell-failure.ts";

/** Of an account with a password: its provider's own sign-in, where that is set up here. */
export function useOtherSignIn(account: Account) {
  const { data: providers = [] } = useQuery(oauthProvidersOptions());
  const signIn = useBeginSignIn();
  const tellFailure = useTellFailure();
  const isOwn = account.oauthProvider === null;
  return {
    offered: providers.find(
      ({ id, isConfigured }) => isOwn && isConfigured && (id === account.oauthOffered || id === "generic"),
    ),
    begin: (provider: OauthProviderId) =>
      signIn.mutate({ provider, accountId: account.id, emailAddress: account.emailAddress }, { onError: tellFailure }),
  };
}
