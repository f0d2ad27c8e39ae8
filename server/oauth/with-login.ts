import type { OauthProviderId } from "#lib/contracts/vocabulary";
import { unseal } from "../vault.ts";
import { accessToken, refuseAccessToken, type AccessToken } from "./access-token.ts";

/** What a connection signs in with; `password` is empty where there is a token. */
export type Login = { password: string; accessToken?: string };

type Account = { id: number; secret: string; oauthProvider: OauthProviderId | null };

type Options<T> = {
  /** The server turned the login down, and nothing else has happened. */
  isRefused: (outcome: T) => boolean;
  signal?: AbortSignal;
};

/**
 * Signs in with an account's password or token, which leave the vault for just this. A token may have ended before its time: before
 * the login counts as refused, it is tried once more with a new one.
 * @throws OauthError when there is no token to be had
 */
export async function withLogin<T>(
  account: Account,
  connect: (login: Login) => Promise<T>,
  { isRefused, signal }: Options<T>,
): Promise<T> {
  if (account.oauthProvider === null)
    return connect({ password: unseal(`accounts:secret:${account.id}`, account.secret) });
  const first = await unlessAborted(accessToken(account.id), signal);
  const outcome = await connect(loginBy(first));
  if (!isRefused(outcome) || first.isFresh || signal?.aborted) return outcome;
  await refuseAccessToken(account.id, first);
  return connect(loginBy(await unlessAborted(accessToken(account.id), signal)));
}

const loginBy = ({ token }: AccessToken): Login => ({ password: "", accessToken: token });

/** Does not hold up the end: a request that is on its way is seen to by whoever closes the store. */
function unlessAborted<T>(asked: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return asked;
  return new Promise((resolve, reject) => {
    const handleAbort = () => reject(new Error("Postroom is stopping."));
    signal.addEventListener("abort", handleAbort, { once: true });
    if (signal.aborted) handleAbort();
    asked.then(resolve, reject).finally(() => signal.removeEventListener("abort", handleAbort));
  });
}
