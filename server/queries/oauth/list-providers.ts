import type { OauthProvider } from "#lib/contracts/oauth";
import { presentProviders } from "#server/oauth/providers";

/** Every provider there is, set up or not. */
export const listProviders = (): { items: OauthProvider[]; nextCursor: null } => ({
  items: presentProviders(),
  nextCursor: null,
});
