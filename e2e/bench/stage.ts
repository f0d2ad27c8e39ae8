import { Account } from "#lib/contracts/account";
import { startDovecot, type Dovecot, type DovecotOptions } from "#server/testing/dovecot/start-dovecot";
import { Api } from "../support/api.ts";
import { App } from "../support/app.ts";
import { until } from "../support/until.ts";

/** What a benchmark measures: the production build with an empty store, as a script with a token meets it, and a mail server. */
export type Stage = { dovecot: Dovecot; app: App; api: Api };

/** One row of the result; printed as JSON. */
export type Figures = Record<string, number>;

export type Login = { name: string; password: string };

const agent = { email: "bench@acme.test", name: "Bench", role: "admin", password: "a long bench password" } as const;

export const support: Login = { name: "support", password: "bench" };

/** Sets the stage and clears it, however the work ends. */
export async function onStage<T>(options: DovecotOptions, work: (stage: Stage) => Promise<T>): Promise<T> {
  const dovecot = await startDovecot(options);
  const app = new App({ isBuilt: true });
  try {
    await app.start();
    app.addAgent(agent);
    return await work({ dovecot, app, api: new Api(app.url, app.addToken(agent.email)) });
  } finally {
    await app.dispose();
    await dovecot.stop();
  }
}

/** Connects a mailbox; its mail comes behind. */
export function connectAccount(api: Api, login: Login, port: number): Promise<Account> {
  const server = { host: "127.0.0.1", port, security: "none" };
  return api.json("POST", "/api/accounts", (value) => Account.parse(value), {
    name: login.name,
    emailAddress: `${login.name}@acme.test`,
    username: login.name,
    password: login.password,
    mode: "two-way",
    imap: server,
    smtp: server,
  });
}

/** Until all that the account's server has is stored, and it only waits for more. */
export function untilLive(api: Api, accountId: number, placementCount: number): Promise<Account> {
  return until(
    `account ${accountId} to be live`,
    () => api.get(`/api/accounts/${accountId}`, Account),
    (account) => account.state === "live" && account.placementCount >= placementCount,
    120_000,
  );
}
