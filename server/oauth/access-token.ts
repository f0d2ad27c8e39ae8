/**
 * The access token of an account, asked for anew when it runs out. One request is on its way for an account at any time: callers of a
 * thread share it, threads and processes agree by a lease in the store. A rotated refresh token is stored before anything is done with
 * what came with it.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { expireAccessToken, grantOf, settleLease, takeLease, type Grant } from "#db/queries/oauth/grants";
import { endsBySigningIn } from "#lib/contracts/oauth-problem";
import { now } from "../clock.ts";
import { log } from "../log.ts";
import { singleton } from "../singleton.ts";
import { store } from "../store.ts";
import { seal, unseal } from "../vault.ts";
import { OauthError } from "./oauth-error.ts";
import { findProvider, nameOfProvider } from "./providers.ts";
import { refreshTokens } from "./refresh-tokens.ts";

export type AccessToken = {
  token: string;
  /** Of the stored tokens that it is one of. */
  version: number;
  /** It was asked for just now, for this: a server that turns it down turns down any. */
  isFresh: boolean;
};

const marginMs = 90_000;
/** Longer than a request may take, so that only whoever died is overtaken. */
const leaseMs = 60_000;
const lookAgainMs = 100;
const firstPauseMs = 5000;
const pauseMaxMs = 300_000;

/** @throws OauthError */
export function accessToken(accountId: number): Promise<AccessToken> {
  const underway = inFlight();
  let asked = underway.get(accountId);
  if (!asked) {
    asked = obtain(accountId).finally(() => underway.delete(accountId));
    underway.set(accountId, asked);
  }
  return asked;
}

/** The server did not take it, whatever its time: whoever asks next gets another. */
export async function refuseAccessToken(accountId: number, { version }: Pick<AccessToken, "version">): Promise<void> {
  await store().write((tx) => expireAccessToken(tx, accountId, version));
}

/** Waits for the requests that are on their way: what they bring must not be lost to the end of the process. */
export async function settleTokenRequests(limitMs: number): Promise<void> {
  await Promise.race([Promise.allSettled(inFlight().values()), sleep(limitMs, undefined, { ref: false })]);
}

const inFlight = () => singleton("oauth-in-flight", () => new Map<number, Promise<AccessToken>>());

async function obtain(accountId: number): Promise<AccessToken> {
  const holder = randomUUID();
  for (;;) {
    const grant = await grantOf(store().read, accountId);
    if (!grant) throw new OauthError("oauth_reconnect", "This account is not signed in. Sign in again.");
    if (endsBySigningIn(grant.problemCode)) throw problemOf(grant, null);
    if (isGood(grant)) return stored(grant);
    const waitMs = (grant.retryAt?.getTime() ?? 0) - now().getTime();
    if (waitMs > 0) throw problemOf(grant, waitMs);
    const lease = { accountId, version: grant.version, holder };
    const until = new Date(now().getTime() + leaseMs);
    if (await store().write((tx) => takeLease(tx, lease, now(), until))) {
      const renewed = await renew(grant, lease);
      if (renewed) return renewed;
    } else await sleep(lookAgainMs);
  }
}

/** A token that is about to run out is none: the login may have to wait for its turn. */
function isGood({ accessExpiresAt, refreshedAt }: Grant): boolean {
  const lifeMs = accessExpiresAt.getTime() - refreshedAt.getTime();
  return accessExpiresAt.getTime() - Math.min(marginMs, lifeMs / 2) > now().getTime();
}

function stored(grant: Grant): AccessToken {
  return {
    token: unseal(`oauth_grants:access_token:${grant.accountId}`, grant.accessToken),
    version: grant.version,
    isFresh: false,
  };
}

type Lease = Parameters<typeof settleLease>[1];

/** @returns null when somebody has signed in again meanwhile: their grant is looked at next */
async function renew(grant: Grant, lease: Lease): Promise<AccessToken | null> {
  const { accountId } = grant;
  try {
    const provider = findProvider(grant.provider);
    if (!provider) throw notConfigured(grant);
    const refreshToken = unseal(`oauth_grants:refresh_token:${accountId}`, grant.refreshToken);
    const tokens = await refreshTokens(provider, refreshToken, grant.scope);
    const outcome = {
      accessToken: seal(`oauth_grants:access_token:${accountId}`, tokens.accessToken),
      accessExpiresAt: tokens.expiresAt,
      scope: tokens.scope,
      refreshedAt: now(),
      problemCode: "" as const,
      problemDetail: "",
      retryAt: null,
      failureCount: 0,
      ...(tokens.refreshToken && {
        refreshToken: seal(`oauth_grants:refresh_token:${accountId}`, tokens.refreshToken),
      }),
    };
    const isStored = await store().write((tx) => settleLease(tx, lease, outcome));
    return isStored ? { token: tokens.accessToken, version: grant.version + 1, isFresh: true } : null;
  } catch (error) {
    if (!(await settleFailure(grant, lease, error))) return null;
    throw error;
  }
}

/** @returns whether that is still what there is to say of the grant */
async function settleFailure(grant: Grant, lease: Lease, error: unknown): Promise<boolean> {
  const { accountId, provider } = grant;
  const problem = error instanceof OauthError ? error : null;
  const failureCount = grant.failureCount + 1;
  const pauseMs = problem?.retryAfterMs ?? Math.min(firstPauseMs * 2 ** (failureCount - 1), pauseMaxMs);
  const outcome = {
    failureCount,
    retryAt: new Date(now().getTime() + pauseMs),
    problemCode: problem?.code ?? ("oauth_unavailable" as const),
    problemDetail: problem?.message ?? "No access token could be made. It is tried again by itself.",
  };
  log("oauth").info("No access token was given.", { accountId, provider, code: problem?.code ?? "internal" });
  return store().write((tx) => settleLease(tx, lease, outcome));
}

function problemOf({ problemCode, problemDetail }: Grant, waitMs: number | null): OauthError {
  return new OauthError(problemCode === "" ? "oauth_unavailable" : problemCode, problemDetail, waitMs);
}

function notConfigured({ provider }: Grant): OauthError {
  const message = `This server has no client id for ${nameOfProvider(provider)} any more. Whoever runs Postroom has to set it again.`;
  return new OauthError("oauth_not_configured", message);
}
