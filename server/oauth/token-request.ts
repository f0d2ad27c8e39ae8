/** What every request to a provider is made with, and what its failures mean. */
import * as client from "openid-client";
import { now } from "../clock.ts";
import { entraOrigin } from "./microsoft.ts";
import { OauthError } from "./oauth-error.ts";
import type { OauthProvider } from "./oauth-provider.ts";

/** Well below the lease that a request for tokens is made under. */
const timeoutSeconds = 15;

/**
 * Runs `ask` with a configuration of its own, so that what the provider answered can be told apart.
 * @throws OauthError
 */
export async function askProvider<T>(
  provider: OauthProvider,
  ask: (configuration: client.Configuration) => Promise<T>,
): Promise<T> {
  const seen: Seen = { status: null, retryAfter: null };
  try {
    const configuration = await configurationOf(provider);
    configuration[client.customFetch] = async (url, options) => {
      const response = await fetch(url, options as RequestInit);
      seen.status = response.status;
      seen.retryAfter = response.headers.get("retry-after");
      return response;
    };
    return await ask(configuration);
  } catch (error) {
    throw error instanceof OauthError ? error : meaningOf(error, seen, provider);
  }
}

type Seen = { status: number | null; retryAfter: string | null };

/** Our own knowledge of the endpoints: nothing is looked up, so there is nothing to be led astray by. */
async function configurationOf(provider: OauthProvider): Promise<client.Configuration> {
  const metadata: client.ServerMetadata = {
    issuer: provider.issuer,
    authorization_endpoint: provider.authorizeUrl,
    token_endpoint: provider.tokenUrl,
    ...(provider.userinfoUrl && { userinfo_endpoint: provider.userinfoUrl }),
    ...(provider.revokeUrl && { revocation_endpoint: provider.revokeUrl }),
  };
  const configuration = provider.issuer.startsWith(entraOrigin)
    ? await entraConfiguration(provider, metadata)
    : new client.Configuration(metadata, provider.clientId, provider.clientSecret);
  configuration.timeout = timeoutSeconds;
  if ([provider.authorizeUrl, provider.tokenUrl].some((url) => url.startsWith("http:")))
    client.allowInsecureRequests(configuration);
  return configuration;
}

/** openid-client knows Entra's issuers, which name each person's own tenant, when it has the metadata from there: it gets ours. */
function entraConfiguration(provider: OauthProvider, metadata: client.ServerMetadata): Promise<client.Configuration> {
  const answer = () => Promise.resolve(Response.json(metadata));
  return client.discovery(new URL(`${entraOrigin}/common/v2.0`), provider.clientId, provider.clientSecret, undefined, {
    [client.customFetch]: answer,
  });
}

/** Only what a provider surely says about the grant or the client is one of them; everything else passes by itself. */
function meaningOf(error: unknown, { status, retryAfter }: Seen, { name }: OauthProvider): OauthError {
  const said = error instanceof client.ResponseBodyError ? error.error : "";
  const hint = hintOf(error);
  const isBusy = status === 429 || status === 408 || (status ?? 0) >= 500;
  if (!isBusy && isAboutGrant.test(said))
    return new OauthError("oauth_reconnect", `The sign-in with ${name} has ended${hint}. Sign in again.`);
  if (!isBusy && said === "invalid_scope")
    return new OauthError(
      "oauth_scope_missing",
      `${name} does not give what mail needs${hint}. Sign in again and allow all of it.`,
    );
  if (!isBusy && isAboutClient.test(said))
    return new OauthError(
      "oauth_client_rejected",
      `${name} does not accept this server’s client id and secret${hint}. Whoever runs Postroom has to renew them.`,
    );
  if (status === 200 && codeOf(error).startsWith("OAUTH_JWT"))
    return new OauthError("oauth_refused", `${name} answered with a proof of identity that is not its own.`);
  return new OauthError(
    "oauth_unavailable",
    `${name} cannot be asked for access at the moment. It is tried again by itself.`,
    retryAfterMs(retryAfter),
  );
}

const isAboutGrant = /^(invalid_grant|interaction_required|consent_required|login_required|access_denied)$/;
const isAboutClient = /^(invalid_client|unauthorized_client)$/;

const codeOf = (error: unknown): string =>
  error instanceof client.ClientError && typeof error.code === "string" ? error.code : "";

/** Entra's own number of what went wrong, e.g. `AADSTS7000222` for a secret that has run out; nothing else of its text. */
function hintOf(error: unknown): string {
  const text = error instanceof client.ResponseBodyError ? (error.error_description ?? "") : "";
  const code = /\bAADSTS\d{4,9}\b/.exec(text)?.[0];
  return code ? ` (${code})` : "";
}

/** Seconds or a date (RFC 9110 §10.2.3); a day at most. */
function retryAfterMs(value: string | null): number | null {
  if (value === null) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - now().getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 86_400_000) : null;
}
