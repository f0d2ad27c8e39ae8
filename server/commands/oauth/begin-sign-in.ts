import { createHash, randomBytes } from "node:crypto";
import { insertSignIn } from "#db/queries/oauth/sign-ins";
import type { BeginSignIn, BegunSignIn } from "#lib/contracts/oauth";
import type { Agent } from "#server/auth/agent";
import { now } from "#server/clock";
import { limitAttempts } from "#server/connect/limit-attempts";
import { AppError } from "#server/errors";
import { authorizeUrl, newProofs } from "#server/oauth/authorize-url";
import { findProvider, nameOfProvider } from "#server/oauth/providers";
import { store } from "#server/store";
import { seal } from "#server/vault";
import { requireChangeableAccount, requireServer } from "../accounts/require-account.ts";
import { requireMayConnect } from "../accounts/require-may-connect.ts";

const lifeMs = 10 * 60 * 1000;

/**
 * The provider's page for this browser, for ten minutes. What comes back is taken from the same session only, once, and for the account
 * that is named here.
 */
export async function beginSignIn(agent: Agent, sessionId: string | null, wish: BeginSignIn): Promise<BegunSignIn> {
  if (sessionId === null) throw new AppError("forbidden", "Only a browser that is signed in here can sign in there.");
  const { accountId, emailAddress, servers = {} } = wish;
  if (accountId === undefined) await requireMayConnect(store().read, agent);
  else requireServer(await requireChangeableAccount(store().read, agent, accountId));
  await limitAttempts(agent.id);
  const provider = findProvider(wish.provider);
  if (!provider)
    throw new AppError("conflict", `Sign-in with ${nameOfProvider(wish.provider)} is not set up on this server.`);
  const id = randomBytes(16).toString("base64url");
  const proofs = newProofs();
  const url = await authorizeUrl(provider, proofs, emailAddress);
  const { verifier, nonce } = proofs;
  await store().write((tx) =>
    insertSignIn(tx, {
      id,
      stateHash: hashState(proofs.state),
      provider: provider.id,
      agentId: agent.id,
      sessionId,
      accountId: accountId ?? null,
      purpose: accountId === undefined ? "connect" : "reconnect",
      verifier: seal(`oauth_sign_ins:verifier:${id}`, JSON.stringify({ verifier, nonce })),
      servers,
      state: "waiting",
      expiresAt: new Date(now().getTime() + lifeMs),
      createdAt: now(),
    }),
  );
  return { id, url };
}

export const hashState = (state: string): string => createHash("sha256").update(state).digest("base64url");
