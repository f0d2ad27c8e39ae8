import type { OauthProviderId } from "#lib/contracts/vocabulary";

/** One client of one provider: the same endpoints for the first sign-in and for every refresh after it. */
export type OauthProvider = {
  id: OauthProviderId;
  name: string;
  issuer: string;
  authorizeUrl: string;
  tokenUrl: string;
  userinfoUrl?: string | undefined;
  revokeUrl?: string | undefined;
  clientId: string;
  clientSecret?: string | undefined;
  scopes: readonly string[];
  /** Without these there is no mail to be had. */
  mailScopes: readonly string[];
  /** What makes it give a refresh token, and ask for consent again where that was taken back. */
  authorizeParameters: Readonly<Record<string, string>>;
  /** Where the provider says who signed in, in the order they are believed. */
  addressClaims: readonly string[];
};
