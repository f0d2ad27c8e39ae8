import type { APIRequestContext, APIResponse, Browser, BrowserContext, Page } from "@playwright/test";
import { z } from "zod";
import { setUpEntirely, tourEnded } from "#lib/first-minutes";
import { AccountsPage } from "../pages/accounts-page.ts";
import { AgentsPage } from "../pages/agents-page.ts";
import { ComposerPage } from "../pages/composer-page.ts";
import { ConnectPage } from "../pages/connect-page.ts";
import { ConversationPage } from "../pages/conversation-page.ts";
import { HealthPage } from "../pages/health-page.ts";
import { InboxPage } from "../pages/inbox-page.ts";
import { SetupPage } from "../pages/setup-page.ts";
import { SignInPage } from "../pages/sign-in-page.ts";
import type { App } from "./app.ts";
import { agentPassword, type Person } from "./people.ts";

const Csrf = z.object({ csrfToken: z.string() });

/** Where one agent works: a browser of their own, and all pages as they meet them. */
export class Desk {
  readonly page: Page;
  readonly person: Person;
  readonly inbox: InboxPage;
  readonly conversation: ConversationPage;
  readonly composer: ComposerPage;
  readonly accounts: AccountsPage;
  readonly connect: ConnectPage;
  readonly agents: AgentsPage;
  readonly health: HealthPage;
  readonly setup: SetupPage;
  readonly signIn: SignInPage;
  readonly #url: string;

  private constructor(page: Page, person: Person, url: string) {
    this.page = page;
    this.person = person;
    this.#url = url;
    this.inbox = new InboxPage(page);
    this.conversation = new ConversationPage(page);
    this.composer = new ComposerPage(page);
    this.accounts = new AccountsPage(page);
    this.connect = new ConnectPage(page);
    this.agents = new AgentsPage(page);
    this.health = new HealthPage(page);
    this.setup = new SetupPage(page);
    this.signIn = new SignInPage(page);
  }

  /** A fresh browser of somebody who is not signed in. */
  static async open(browser: Browser, app: App, person: Person): Promise<Desk> {
    const context = await browser.newContext({ baseURL: app.url });
    return new Desk(await context.newPage(), person, app.url);
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  /** Signs in as the form does, without drawing it. */
  async enter(): Promise<void> {
    const { csrfToken } = Csrf.parse(await (await this.#request.get("/api/auth/csrf")).json());
    await this.#good(
      this.#request.post("/api/auth/callback/credentials", {
        form: { csrfToken, emailAddress: this.person.address, password: agentPassword, json: "true" },
        headers: { origin: this.#url },
      }),
    );
  }

  /** Has gone through the setup and seen the tour: what other tests than theirs begin with. */
  async settleIn(): Promise<void> {
    const preferences = { ...setUpEntirely, ...tourEnded };
    await this.ask("PATCH", "/api/me", z.unknown(), { preferences });
  }

  /** Asks the API as this browser would. */
  async ask<T>(method: string, path: string, schema: { parse(value: unknown): T }, data?: unknown): Promise<T> {
    const answer = await this.#good(
      this.#request.fetch(path, { method, headers: { origin: this.#url }, ...(data === undefined ? {} : { data }) }),
    );
    const text = await answer.text();
    return schema.parse(text === "" ? undefined : JSON.parse(text));
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  get #request(): APIRequestContext {
    return this.context.request;
  }

  async #good(asked: Promise<APIResponse>): Promise<APIResponse> {
    const answer = await asked;
    if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
    return answer;
  }
}
