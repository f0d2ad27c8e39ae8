import type { Locator, Page } from "@playwright/test";
import type { ServerSettings } from "#lib/contracts/account";
import { en as strings } from "#lib/strings/en";

const words = strings.accounts.connectForm;

export type Mailbox = { emailAddress: string; password: string; imap: ServerSettings; smtp: ServerSettings };

/** The form that connects an account, in its three steps. */
export class ConnectPage {
  readonly page: Page;
  /** Everything that is not right yet, above the form. */
  readonly problems: Locator;
  /** How each of the two servers took it. */
  readonly results: Locator;
  readonly foundFolders: Locator;

  constructor(page: Page) {
    this.page = page;
    this.problems = page.getByRole("main").getByRole("alert");
    this.results = page.getByRole("list", { name: words.results });
    this.foundFolders = page.getByRole("table").getByRole("row");
  }

  async goTo(): Promise<void> {
    await this.page.goto("/settings/accounts/connect");
  }

  async begin(emailAddress: string): Promise<void> {
    await this.page.getByLabel(words.emailAddress).fill(emailAddress);
    await this.page.getByRole("button", { name: words.next }).click();
  }

  async typeServers(emailAddress: string, servers: Pick<Mailbox, "imap" | "smtp">): Promise<void> {
    await this.begin(emailAddress);
    await this.#fillServers(servers);
  }

  /** The first two steps, up to the answer of the servers. */
  async check({ emailAddress, password, ...servers }: Mailbox): Promise<void> {
    await this.begin(emailAddress);
    await this.page.getByLabel(words.password, { exact: true }).fill(password);
    await this.#fillServers(servers);
    await this.checkAgain();
  }

  async checkAgain(password?: string): Promise<void> {
    if (password !== undefined) await this.page.getByLabel(words.password, { exact: true }).fill(password);
    await this.page.getByRole("button", { name: words.check, exact: true }).click();
  }

  /** Leaves for the provider's page. */
  async signInWith(provider: string): Promise<void> {
    await this.page.getByRole("button", { name: strings.oauth.signInWith(provider) }).click();
  }

  /** What is filled in once somebody has signed in at their provider. */
  async checkSignedIn(servers: Pick<Mailbox, "imap" | "smtp">, address?: string): Promise<void> {
    if (address !== undefined) await this.page.getByLabel(strings.oauth.mailbox).fill(address);
    await this.#fillServers(servers);
    await this.checkAgain();
  }

  async connect({ name }: { name: string }): Promise<void> {
    await this.page.getByLabel(words.name).fill(name);
    await this.page.getByRole("button", { name: words.connect, exact: true }).click();
  }

  async #fillServers({ imap, smtp }: Pick<Mailbox, "imap" | "smtp">): Promise<void> {
    const settings = this.page.getByRole("button", { name: words.serverSettings });
    if ((await settings.getAttribute("aria-expanded")) === "false") await settings.click();
    await this.#fillServer(words.imap, imap);
    await this.#fillServer(words.smtp, smtp);
  }

  async #fillServer(legend: string, { host, port, security }: ServerSettings): Promise<void> {
    const group = this.page.getByRole("group", { name: legend });
    await group.getByLabel(words.host, { exact: true }).fill(host);
    await group.getByLabel(words.port, { exact: true }).fill(String(port));
    await group.getByLabel(words.security).click();
    await this.page.getByRole("menuitemradio", { name: strings.accounts.securities[security], exact: true }).click();
  }
}
