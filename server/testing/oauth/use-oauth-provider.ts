import { afterAll, afterEach, beforeAll } from "vitest";
import { useFreshStore } from "../fresh-store.ts";
import { startOauthProvider, type OauthTestProvider } from "./oauth-provider.ts";

/** A provider for the tests of a `describe`, which the environment of each fresh store names. */
export function useOauthProvider(variables: Record<string, string> = {}) {
  const at: { provider: OauthTestProvider | null } = { provider: null };
  const env: Record<string, string> = { ...variables };
  beforeAll(async () => {
    at.provider = await startOauthProvider({ redirectUris: ["http://localhost:3000/api/oauth/callback/generic"] });
    Object.assign(env, at.provider.env);
  });
  useFreshStore(env);
  afterEach(() => {
    if (!at.provider) return;
    at.provider.faults.length = 0;
    at.provider.tokenRequests.length = 0;
    Object.assign(at.provider, { always: null, delayMs: 0, accessSeconds: 3600 });
  });
  afterAll(() => at.provider?.stop());
  return (): OauthTestProvider => {
    if (!at.provider) throw new Error("The provider has not been started.");
    return at.provider;
  };
}
