import type { Locator, Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";
import { agentPassword, type Person } from "../support/people.ts";
import type { Mailbox } from "./connect-page.ts";
import { ConnectPage } from "./connect-page.ts";

const words = strings.setup;

/** The screens between the printed link and the inbox. */
export class SetupPage {
  readonly page: Page;
  readonly progress: Locator;
  readonly heading: Locator;
  readonly firstMails: Locator;
  readonly #connect: ConnectPage;

  constructor(page: Page) {
    this.page = page;
    this.progress = page.getByRole("navigation", { name: words.progress });
    this.heading = page.getByRole("heading", { level: 1 });
    this.firstMails = page.getByRole("region", { name: words.ready.mails }).getByRole("listitem");
    this.#connect = new ConnectPage(page);
  }

  async sayWho({ name, address }: Person): Promise<void> {
    await this.page.getByLabel(strings.auth.name).fill(name);
    await this.page.getByLabel(strings.auth.emailAddress).fill(address);
    await this.page.getByLabel(strings.auth.password, { exact: true }).fill(agentPassword);
    await this.page.getByRole("button", { name: strings.auth.setup.action }).click();
  }

  async nameInbox({ team, inbox, color }: { team: string; inbox: string; color: string }): Promise<void> {
    await this.page.getByLabel(words.inbox.workspaceName).fill(team);
    await this.page.getByLabel(words.inbox.name, { exact: true }).fill(inbox);
    await this.page.getByRole("radio", { name: color }).check({ force: true });
    await this.page.getByRole("button", { name: words.next }).click();
  }

  async connectMailbox(mailbox: Mailbox): Promise<void> {
    await this.#connect.check(mailbox);
  }

  async skip(): Promise<void> {
    await this.page.getByRole("button", { name: words.mail.skip }).click();
  }

  /** @returns the link that is shown */
  async invite({ name, address }: Person): Promise<string> {
    const form = this.page.getByRole("form", { name: words.ready.inviteHeading });
    await form.getByLabel(strings.agents.name).fill(name);
    await form.getByLabel(strings.agents.emailAddress).fill(address);
    await form.getByRole("button", { name: words.ready.invite }).click();
    const link = form.getByLabel(strings.agents.linkTitle(name));
    await link.waitFor();
    return link.inputValue();
  }

  async toInbox(): Promise<void> {
    await this.page.getByRole("button", { name: words.ready.toInbox }).click();
  }
}
