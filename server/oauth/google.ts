import type { Env } from "../env.ts";
import type { OauthProvider } from "./oauth-provider.ts";

export const googleScopes = ["openid", "email", "https://mail.google.com/"];

/** https://developers.google.com/workspace/gmail/imap/xoauth2-protocol */
export function google({ GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET }: Env): OauthProvider | undefined {
  if (!GOOGLE_CLIENT_ID || !GOOGLE_CLIENT_SECRET) return undefined;
  return {
    id: "google",
    name: "Google",
    issuer: "https://accounts.google.com",
    authorizeUrl: "https://accounts.google.com/o/oauth2/v2/auth",
    tokenUrl: "https://oauth2.googleapis.com/token",
    revokeUrl: "https://oauth2.googleapis.com/revoke",
    clientId: GOOGLE_CLIENT_ID,
    clientSecret: GOOGLE_CLIENT_SECRET,
    scopes: googleScopes,
    mailScopes: ["https://mail.google.com/"],
    // Without `consent` only the very first sign-in of a person brings a refresh token.
    authorizeParameters: { access_type: "offline", prompt: "consent" },
    addressClaims: ["email"],
  };
}
