import { refreshTokenGrant } from "openid-client";
import { missingScopes } from "./missing-scopes.ts";
import { OauthError } from "./oauth-error.ts";
import type { OauthProvider } from "./oauth-provider.ts";
import { askProvider } from "./token-request.ts";
import { tokensFrom, type Tokens } from "./tokens-from.ts";

/**
 * New tokens for a refresh token (RFC 6749 §6).
 * @throws OauthError
 */
export function refreshTokens(provider: OauthProvider, refreshToken: string, scope: string): Promise<Tokens> {
  return askProvider(provider, async (configuration) => {
    const response = await refreshTokenGrant(configuration, refreshToken);
    const missing = missingScopes(provider, response.scope);
    if (missing.length > 0)
      throw new OauthError(
        "oauth_scope_missing",
        `${provider.name} no longer allows ${missing.join(" and ")}. Sign in again and allow all of it.`,
      );
    return tokensFrom(response, scope);
  });
}
