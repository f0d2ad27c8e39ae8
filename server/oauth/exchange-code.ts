import * as client from "openid-client";
import { EmailAddress } from "#lib/contracts/address";
import type { SignInProblem } from "#lib/contracts/oauth";
import { log } from "../log.ts";
import type { Proofs } from "./authorize-url.ts";
import { missingScopes } from "./missing-scopes.ts";
import { entraOrigin } from "./microsoft.ts";
import { OauthError } from "./oauth-error.ts";
import type { OauthProvider } from "./oauth-provider.ts";
import { redirectUriOf } from "./providers.ts";
import { askProvider } from "./token-request.ts";
import { tokensFrom, type Tokens } from "./tokens-from.ts";

export type Exchange =
  { ok: true; tokens: Tokens & { refreshToken: string }; emailAddress: string } | { ok: false; problem: SignInProblem };

/**
 * From what the provider sent the browser back with to tokens and a name.
 * @param answer the parameters of the redirect; their `state` has been found already
 */
export async function exchangeCode(
  provider: OauthProvider,
  answer: URLSearchParams,
  proofs: Proofs,
): Promise<Exchange> {
  if (!isIssuedBy(provider, answer.get("iss"))) return { ok: false, problem: "wrong_issuer" };
  const error = answer.get("error");
  if (error !== null) return { ok: false, problem: problems.get(error) ?? "refused" };
  try {
    return await askProvider(provider, async (configuration) => {
      const granted = await client.authorizationCodeGrant(configuration, landing(provider, answer), {
        expectedState: proofs.state,
        pkceCodeVerifier: proofs.verifier,
        ...(provider.scopes.includes("openid") && { expectedNonce: proofs.nonce }),
      });
      const tokens = tokensFrom(granted, provider.scopes.join(" "));
      if (missingScopes(provider, granted.scope).length > 0) return { ok: false, problem: "scope_missing" };
      const { refreshToken } = tokens;
      if (!refreshToken) return { ok: false, problem: "no_refresh_token" };
      const emailAddress = await addressOf(configuration, provider, granted);
      return { ok: true, tokens: { ...tokens, refreshToken }, emailAddress };
    });
  } catch (failure) {
    const code = failure instanceof OauthError ? failure.code : "oauth_unavailable";
    log("oauth").info("A sign-in came to nothing.", { provider: provider.id, code });
    return { ok: false, problem: failures[code] ?? "refused" };
  }
}

/** RFC 9207: an answer that names another issuer belongs to another provider's sign-in, or to nobody's. */
function isIssuedBy({ issuer }: OauthProvider, iss: string | null): boolean {
  if (iss === null || iss === issuer) return true;
  return issuer.startsWith(entraOrigin) && /^https:\/\/login\.microsoftonline\.com\/[\da-f-]{36}\/v2\.0$/i.test(iss);
}

/** The exact address that was asked for, whatever host or path a proxy says the request had; `iss` has been looked at. */
function landing({ id }: OauthProvider, answer: URLSearchParams): URL {
  const url = new URL(redirectUriOf(id));
  for (const [name, value] of answer) if (name !== "iss") url.searchParams.append(name, value);
  return url;
}

const problems = new Map<string, SignInProblem>([
  ["access_denied", "denied"],
  ["consent_required", "denied"],
  ["invalid_scope", "scope_missing"],
  ["unauthorized_client", "client_rejected"],
  ["server_error", "provider_unavailable"],
  ["temporarily_unavailable", "provider_unavailable"],
]);

const failures: Partial<Record<OauthError["code"], SignInProblem>> = {
  oauth_unavailable: "provider_unavailable",
  oauth_client_rejected: "client_rejected",
  oauth_scope_missing: "scope_missing",
};

/** The claims of the ID token, then what the provider tells of its bearer; empty when neither names an address. */
async function addressOf(
  configuration: client.Configuration,
  provider: OauthProvider,
  granted: Awaited<ReturnType<typeof client.authorizationCodeGrant>>,
): Promise<string> {
  const claims = granted.claims();
  const named = addressIn(provider, claims);
  if (named !== "" || !provider.userinfoUrl) return named;
  const subject = claims?.sub ?? client.skipSubjectCheck;
  return addressIn(provider, await client.fetchUserInfo(configuration, granted.access_token, subject));
}

function addressIn({ addressClaims }: OauthProvider, claims: Record<string, unknown> | undefined): string {
  for (const name of addressClaims) {
    const parsed = EmailAddress.safeParse(claims?.[name]);
    if (parsed.success) return parsed.data.toLowerCase();
  }
  return "";
}
