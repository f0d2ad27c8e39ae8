import { z } from "zod";
import { takeWaitingSignIn, updateSignIn, type SignInRow } from "#db/queries/oauth/sign-ins";
import type { OauthProviderId } from "#lib/contracts/vocabulary";
import { now } from "#server/clock";
import { log } from "#server/log";
import { exchangeCode, type Exchange } from "#server/oauth/exchange-code";
import { findProvider } from "#server/oauth/providers";
import { store } from "#server/store";
import { unseal } from "#server/vault";
import { hashState } from "./begin-sign-in.ts";
import { sealTokens } from "./sign-in-tokens.ts";

const keptMs = 30 * 60 * 1000;
const Kept = z.object({ verifier: z.string(), nonce: z.string() });

/**
 * Takes in what the provider sent a browser back with.
 * @returns the page to go on with; never throws for what somebody may have made up
 */
export async function finishSignIn(
  sessionId: string,
  providerId: OauthProviderId,
  answer: URLSearchParams,
): Promise<string> {
  const state = answer.get("state") ?? "";
  const at = now();
  const row = await store().write((tx) =>
    takeWaitingSignIn(tx, {
      stateHash: hashState(state),
      sessionId,
      provider: providerId,
      now: at,
      keptUntil: new Date(at.getTime() + keptMs),
    }),
  );
  if (!row) {
    log("oauth").warn("A sign-in came back that this browser did not begin, or not lately.", { provider: providerId });
    return "/settings/accounts/connect?signIn=unknown";
  }
  const exchange = await redeem(row, providerId, answer, state);
  await store().write((tx) => updateSignIn(tx, row.id, outcomeOf(row, exchange)));
  const page = row.purpose === "reconnect" && row.accountId !== null ? String(row.accountId) : "connect";
  return `/settings/accounts/${page}?signIn=${row.id}`;
}

async function redeem(
  { id, verifier }: SignInRow,
  providerId: OauthProviderId,
  answer: URLSearchParams,
  state: string,
): Promise<Exchange> {
  const provider = findProvider(providerId);
  if (!provider) return { ok: false, problem: "client_rejected" };
  const kept = Kept.parse(JSON.parse(unseal(`oauth_sign_ins:verifier:${id}`, verifier)));
  return exchangeCode(provider, answer, { state, ...kept });
}

function outcomeOf({ id }: SignInRow, exchange: Exchange): Partial<SignInRow> {
  if (!exchange.ok) return { state: "failed", problemCode: exchange.problem };
  const { tokens, emailAddress } = exchange;
  return {
    state: "signed-in",
    problemCode: "",
    emailAddress,
    scope: tokens.scope,
    tokens: sealTokens(id, tokens),
    accessExpiresAt: tokens.expiresAt,
  };
}
