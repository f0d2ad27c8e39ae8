import {
  introspectionUrlOf,
  startOauthProvider,
  variablesOf,
  type OauthTestProvider,
} from "#server/testing/oauth/oauth-provider";
import { test as base } from "../fixtures.ts";
import { ProviderPage } from "../pages/provider-page.ts";
import type { Desk } from "./desk.ts";
import { freePort } from "./free-port.ts";
import type { MailServer } from "./mail-server.ts";

type World = {
  provider: OauthTestProvider;
  server: MailServer;
  admin: Desk;
  /** What the admin's browser shows while it is at the provider. */
  page: ProviderPage;
};

/** A provider whose tokens a real mail server asks it about, and an app that is set up for it. */
export const test = base.extend<{ world: World }>({
  world: async ({ startMailServer, startApp, setUp }, use) => {
    const port = await freePort();
    const issuer = `http://127.0.0.1:${port}`;
    const app = await startApp(variablesOf(issuer));
    const provider = await startOauthProvider({ port, redirectUris: [`${app.url}/api/oauth/callback/generic`] });
    const server = await startMailServer({
      introspectionUrl: introspectionUrlOf(issuer),
      isTokenGood: (name, token) => provider.isTokenGood(name, token),
    });
    const admin = await setUp(app);
    await use({ provider, server, admin, page: new ProviderPage(admin.page) });
    await provider.stop();
  },
});

export { expect } from "@playwright/test";
