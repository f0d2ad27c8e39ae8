import type { OauthProvider as PresentedProvider } from "#lib/contracts/oauth";
import { oauthProviders, type OauthProviderId } from "#lib/contracts/vocabulary";
import { env, type Env } from "../env.ts";
import { generic, genericScopes } from "./generic.ts";
import { google, googleScopes } from "./google.ts";
import { microsoft, microsoftScopes } from "./microsoft.ts";
import type { OauthProvider } from "./oauth-provider.ts";

/** @returns undefined while an operator has not set it up */
export const findProvider = (id: OauthProviderId): OauthProvider | undefined => makers[id](env());

/** Where the provider sends the browser back to; one address a provider, so that an answer cannot be mixed up (RFC 9700 §4.4.2). */
export const redirectUriOf = (id: OauthProviderId): string => `${env().APP_URL}/api/oauth/callback/${id}`;

export const nameOfProvider = (id: OauthProviderId): string =>
  id === "generic" ? (findProvider(id)?.name ?? "OAuth 2.0") : { google: "Google", microsoft: "Microsoft" }[id];

export function presentProviders(): PresentedProvider[] {
  return oauthProviders.map((id) => ({
    id,
    name: nameOfProvider(id),
    isConfigured: findProvider(id) !== undefined,
    missing: variables[id].filter((name) => env()[name] === undefined),
    redirectUri: redirectUriOf(id),
    scopes: [...(id === "generic" ? genericScopes(env()) : { google: googleScopes, microsoft: microsoftScopes }[id])],
    tenant: id === "microsoft" ? env().MICROSOFT_TENANT : null,
  }));
}

const makers: Record<OauthProviderId, (from: Env) => OauthProvider | undefined> = { google, microsoft, generic };

const variables: Record<OauthProviderId, (keyof Env)[]> = {
  google: ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET"],
  microsoft: ["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET"],
  generic: ["MAIL_OAUTH_AUTHORIZE_URL", "MAIL_OAUTH_TOKEN_URL", "MAIL_OAUTH_CLIENT_ID", "MAIL_OAUTH_SCOPE"],
};
