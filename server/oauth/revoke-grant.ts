import { tokenRevocation } from "openid-client";
import { log } from "../log.ts";
import { unseal } from "../vault.ts";
import type { OauthProviderId } from "#lib/contracts/vocabulary";
import { findProvider } from "./providers.ts";
import { askProvider } from "./token-request.ts";

/** Gives access back where the provider takes it (RFC 7009); a courtesy that nothing waits for or depends on. */
export async function revokeGrant(grant: {
  accountId: number;
  provider: OauthProviderId;
  refreshToken: string;
}): Promise<void> {
  const provider = findProvider(grant.provider);
  if (!provider?.revokeUrl) return;
  try {
    const refreshToken = unseal(`oauth_grants:refresh_token:${grant.accountId}`, grant.refreshToken);
    await askProvider(provider, (configuration) =>
      tokenRevocation(configuration, refreshToken, { token_type_hint: "refresh_token" }),
    );
  } catch (error) {
    log("oauth").info("A grant was not revoked at the provider.", { accountId: grant.accountId, error });
  }
}
