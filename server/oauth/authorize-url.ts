import * as client from "openid-client";
import type { OauthProvider } from "./oauth-provider.ts";
import { redirectUriOf } from "./providers.ts";
import { askProvider } from "./token-request.ts";

export type Proofs = { state: string; nonce: string; verifier: string };

/** What only this sign-in knows: `state` finds it again, the others show that the answer is to it. */
export const newProofs = (): Proofs => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  verifier: client.randomPKCECodeVerifier(),
});

/** The provider's page (RFC 6749 §4.1.1) with PKCE by S256 (RFC 7636). */
export function authorizeUrl(provider: OauthProvider, proofs: Proofs, loginHint?: string): Promise<string> {
  return askProvider(provider, async (configuration) => {
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUriOf(provider.id),
      scope: provider.scopes.join(" "),
      state: proofs.state,
      code_challenge: await client.calculatePKCECodeChallenge(proofs.verifier),
      code_challenge_method: "S256",
      ...(provider.scopes.includes("openid") && { nonce: proofs.nonce }),
      ...(loginHint && { login_hint: loginHint }),
      ...provider.authorizeParameters,
    });
    return url.href;
  });
}
