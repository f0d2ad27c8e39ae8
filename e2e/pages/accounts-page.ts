import type { Locator, Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";

const words = strings.accounts;

/** The list of accounts, and the page of one. */
export class AccountsPage {
  readonly page: Page;
  readonly accounts: Locator;
  readonly folders: Locator;

  constructor(page: Page) {
    this.page = page;
    this.accounts = page.getByRole("main").getByRole("listitem");
    this.folders = page.getByRole("table").getByRole("row");
  }

  async goTo(): Promise<void> {
    await this.page.goto("/settings/accounts");
  }

  account(name: string): Locator {
    return this.accounts.filter({ hasText: name });
  }

  async reconnect(name: string, password: string): Promise<void> {
    await this.account(name).getByRole("button", { name: words.reconnect }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel(words.password, { exact: true }).fill(password);
    await dialog.getByRole("button", { name: words.passwordKeep }).click();
  }

  /** What the folder of that path appears as. */
  roleOf(path: string): Locator {
    return this.page.getByRole("button", { name: words.roleLabel(path) });
  }
}
