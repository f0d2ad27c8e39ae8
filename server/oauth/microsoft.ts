import type { Env } from "../env.ts";
import type { OauthProvider } from "./oauth-provider.ts";

const mail = ["https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send"];
export const microsoftScopes = ["openid", "email", "profile", "offline_access", ...mail];

/** The issuer of a token names the tenant of whoever signed in, which `common` is not. */
export const entraOrigin = "https://login.microsoftonline.com";

/** https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth */
export function microsoft(env: Env): OauthProvider | undefined {
  const { MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET, MICROSOFT_TENANT } = env;
  if (!MICROSOFT_CLIENT_ID || !MICROSOFT_CLIENT_SECRET) return undefined;
  const endpoint = (name: string) => `${entraOrigin}/${MICROSOFT_TENANT}/oauth2/v2.0/${name}`;
  return {
    id: "microsoft",
    name: "Microsoft",
    issuer: `${entraOrigin}/{tenantid}/v2.0`,
    authorizeUrl: endpoint("authorize"),
    tokenUrl: endpoint("token"),
    clientId: MICROSOFT_CLIENT_ID,
    clientSecret: MICROSOFT_CLIENT_SECRET,
    scopes: microsoftScopes,
    mailScopes: mail,
    // Whoever connects the team's mailbox is mostly signed in as themselves.
    authorizeParameters: { prompt: "select_account" },
    // `email` may be unverified; the sign-in name is what Exchange knows.
    addressClaims: ["preferred_username", "email"],
  };
}
