import type { Env } from "../env.ts";
import type { OauthProvider } from "./oauth-provider.ts";

/** They say who signed in and for how long, and open no mailbox; many servers leave them out of what they granted. */
const identityScopes = new Set(["openid", "email", "profile", "address", "phone", "offline_access", "offline"]);

/** What MAIL_OAUTH_ names. */
export function generic(env: Env): OauthProvider | undefined {
  const { MAIL_OAUTH_AUTHORIZE_URL, MAIL_OAUTH_TOKEN_URL, MAIL_OAUTH_CLIENT_ID, MAIL_OAUTH_SCOPE } = env;
  if (!MAIL_OAUTH_AUTHORIZE_URL || !MAIL_OAUTH_TOKEN_URL || !MAIL_OAUTH_CLIENT_ID || !MAIL_OAUTH_SCOPE)
    return undefined;
  const scopes = genericScopes(env);
  return {
    id: "generic",
    name: env.MAIL_OAUTH_NAME ?? new URL(MAIL_OAUTH_AUTHORIZE_URL).hostname,
    issuer: env.MAIL_OAUTH_ISSUER ?? new URL(MAIL_OAUTH_AUTHORIZE_URL).origin,
    authorizeUrl: MAIL_OAUTH_AUTHORIZE_URL,
    tokenUrl: MAIL_OAUTH_TOKEN_URL,
    userinfoUrl: env.MAIL_OAUTH_USERINFO_URL,
    revokeUrl: env.MAIL_OAUTH_REVOKE_URL,
    clientId: MAIL_OAUTH_CLIENT_ID,
    clientSecret: env.MAIL_OAUTH_CLIENT_SECRET,
    scopes,
    mailScopes: scopes.filter((scope) => !identityScopes.has(scope)),
    // OpenID Connect Core §11: offline access is given with consent only.
    authorizeParameters: { prompt: "consent" },
    addressClaims: ["email", "preferred_username"],
  };
}

export const genericScopes = ({ MAIL_OAUTH_SCOPE }: Env): string[] =>
  (MAIL_OAUTH_SCOPE ?? "").split(/\s+/).filter(Boolean);
