/**
 * What a test begins with, each made only when it is asked for: a mail server, an app with its own data, agents at their browsers, a
 * customer. All of it is the test's own, and ends with it, however it ends.
 */
import { test as base } from "@playwright/test";
import { z } from "zod";
import { Account } from "#lib/contracts/account";
import { ApiToken, Invitation } from "#lib/contracts/agent";
import { Api } from "./support/api.ts";
import { App } from "./support/app.ts";
import { Desk } from "./support/desk.ts";
import { MailServer, type MailServerOptions } from "./support/mail-server.ts";
import type { Mailbox } from "./support/mailbox.ts";
import { ada, agentPassword, maria, sales, support, tom, type Person } from "./support/people.ts";
import { until } from "./support/until.ts";

type Fixtures = {
  /** Another provider, with names or faults of its own. */
  startMailServer: (options?: MailServerOptions) => Promise<MailServer>;
  mailServer: MailServer;
  startApp: (env?: Record<string, string>) => Promise<App>;
  app: App;
  /** A browser in which nobody is signed in. */
  openDesk: (person: Person, app: App) => Promise<Desk>;
  /** Sets the app up, and sits down at it as its first admin. */
  setUp: (app: App) => Promise<Desk>;
  /** Makes somebody an agent who sees every mailbox, and lets them sign in. */
  hire: (person: Person) => Promise<Desk>;
  admin: Desk;
  colleague: Desk;
  api: Api;
  /** Connects a mailbox and waits until its mail is here. */
  connect: (person: Person, server?: MailServer) => Promise<Account>;
  /** The team's mailbox, connected; as its own server sees it. */
  supportMailbox: Mailbox;
  salesMailbox: Mailbox;
  customer: Mailbox;
};

const nothing = z.unknown();

export const test = base.extend<Fixtures>({
  startMailServer: async ({}, use) => {
    const servers: MailServer[] = [];
    await use(async (options) => {
      const server = await MailServer.start(options);
      servers.push(server);
      return server;
    });
    await Promise.all(servers.map((server) => server.stop()));
  },

  mailServer: async ({ startMailServer }, use) => use(await startMailServer()),

  startApp: async ({}, use, testInfo) => {
    const apps: App[] = [];
    await use(async (env = {}) => {
      const app = new App({ env, isBuilt: true });
      apps.push(app);
      await app.start();
      return app;
    });
    await Promise.all(apps.map((app) => app.dispose()));
    if (testInfo.status !== testInfo.expectedStatus)
      for (const app of apps) await testInfo.attach("server log", { body: app.output, contentType: "text/plain" });
  },

  app: async ({ startApp }, use) => use(await startApp()),

  openDesk: async ({ browser }, use) => {
    const desks: Desk[] = [];
    await use(async (person, app) => {
      const desk = await Desk.open(browser, app, person);
      desks.push(desk);
      return desk;
    });
    await Promise.all(desks.map((desk) => desk.close()));
  },

  setUp: async ({ openDesk }, use) =>
    use(async (app) => {
      const desk = await openDesk(ada, app);
      const { name, address: emailAddress } = ada;
      const token = new URL(app.setupLink).searchParams.get("token");
      const admin = { token, workspaceName: "Acme", name, emailAddress, password: agentPassword };
      await desk.ask("POST", "/api/setup", nothing, admin);
      await desk.enter();
      await desk.settleIn();
      return desk;
    }),

  hire: async ({ app, admin, openDesk }, use) =>
    use(async (person) => {
      const { name, address: emailAddress } = person;
      const inboxes = await admin.ask(
        "GET",
        "/api/inboxes",
        z.object({ items: z.array(z.object({ id: z.number() })) }),
      );
      const inboxIds = inboxes.items.map(({ id }) => id);
      const { url } = await admin.ask("POST", "/api/invitations", Invitation, { name, emailAddress, inboxIds });
      const desk = await openDesk(person, app);
      const token = new URL(url ?? "").pathname.split("/").at(-1);
      await desk.ask("POST", "/api/invitations/accept", nothing, { token, password: agentPassword });
      await desk.enter();
      await desk.settleIn();
      return desk;
    }),

  admin: async ({ app, setUp }, use) => use(await setUp(app)),

  colleague: async ({ hire }, use) => use(await hire(tom)),

  api: async ({ app, admin }, use) => {
    const { token } = await admin.ask("POST", "/api/tokens", ApiToken, { name: "End-to-end test" });
    await use(new Api(app.url, token ?? ""));
  },

  connect: async ({ admin, mailServer }, use) =>
    use(async (person, server = mailServer) => {
      const { id } = await admin.ask("POST", "/api/accounts", Account, server.account(person));
      return until(
        `${person.address} is live`,
        () => admin.ask("GET", `/api/accounts/${id}`, Account),
        ({ state }) => state === "live",
        60_000,
      );
    }),

  supportMailbox: async ({ mailServer, connect }, use) => {
    await connect(support);
    await use(mailServer.mailbox(support));
  },

  salesMailbox: async ({ mailServer, connect }, use) => {
    await connect(sales);
    await use(mailServer.mailbox(sales));
  },

  customer: async ({ mailServer }, use) => use(mailServer.mailbox(maria)),
});

export { expect } from "@playwright/test";
