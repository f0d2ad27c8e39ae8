"use client";

import type { Account } from "#lib/contracts/account";
import { useBeginSignIn } from "#lib/query/begin-sign-in";
import { useTellFailure } from "../settings/use-tell-failure.ts";

/** The way out for an account that is not let in: its provider's page where it is signed in there, else a new password. */
export function useReconnect({ id, emailAddress, oauthProvider }: Account, askForPassword: () => void) {
  const begin = useBeginSignIn();
  const tellFailure = useTellFailure();
  const reconnect = () => {
    if (oauthProvider === null) return askForPassword();
    begin.mutate({ provider: oauthProvider, accountId: id, emailAddress }, { onError: tellFailure });
  };
  return { reconnect, isLeaving: begin.isPending || begin.isSuccess };
}
