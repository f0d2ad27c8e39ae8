/**
 * Why an account that is signed in by OAuth 2.0 does not work. `oauth_reconnect`: the sign-in has ended and a person has to sign in again ·
 * `oauth_scope_missing`: not all was allowed · `oauth_client_rejected`: the provider does not know Postroom by its client id and secret ·
 * `oauth_not_configured`: this server has no client id any more · `oauth_unavailable`: the provider could not be asked, which passes ·
 * `oauth_refused`: the mail server does not take a good token for this mailbox · `oauth_unsupported`: nor any token.
 */
export const oauthProblemCodes = [
  "oauth_reconnect", "oauth_scope_missing", "oauth_client_rejected", "oauth_not_configured", "oauth_unavailable",
  "oauth_refused", "oauth_unsupported",
] as const; // prettier-ignore
export type OauthProblemCode = (typeof oauthProblemCodes)[number];

/** Problems that end when somebody signs in again, and not before. */
export const endsBySigningIn = (code: string): boolean =>
  code === "oauth_reconnect" || code === "oauth_scope_missing" || code === "oauth_refused";
