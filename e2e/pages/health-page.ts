import type { Download, Locator, Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";

const words = strings.health;

/** Settings → Sync health. */
export class HealthPage {
  readonly page: Page;
  /** What came of the last comparison of the account that is open. */
  readonly result: Locator;
  readonly aside: Locator;
  readonly alert: Locator;

  constructor(page: Page) {
    this.page = page;
    this.result = page.getByRole("region", { name: words.comparison.title });
    this.aside = page.getByRole("region", { name: words.quarantine.title });
    this.alert = page.getByRole("status").filter({ hasText: words.alert.action });
  }

  async goTo(): Promise<void> {
    await this.page.goto("/settings/sync-health");
  }

  account(name: string): Locator {
    return this.page.getByRole("rowgroup").filter({ hasText: name }).first();
  }

  /** Shows or hides an account's folders and errors. */
  async fold(name: string): Promise<void> {
    await this.account(name).getByRole("button", { name }).first().click();
  }

  folder(path: string): Locator {
    const folders = this.page.getByRole("region", { name: words.folders.title, exact: true });
    return folders.getByRole("row").filter({ hasText: path }).first();
  }

  /** Every message of a folder that was not the same here and there, in words. */
  differences(path: string): Locator {
    return this.page
      .getByRole("group")
      .filter({ hasText: words.folders.showDifferences(path) })
      .getByRole("listitem");
  }

  async compare(): Promise<void> {
    await this.page.getByRole("button", { name: words.comparison.now }).click();
  }

  async showDifferences(path: string): Promise<void> {
    await this.page.getByText(words.folders.showDifferences(path)).click();
  }

  async tryAgain(path: string, uid: number): Promise<void> {
    await this.page.getByRole("button", { name: words.quarantine.againLabel(path, uid) }).click();
  }

  async saveSource(path: string, uid: number): Promise<Download> {
    const saved = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: words.quarantine.sourceLabel(path, uid) }).click();
    return saved;
  }
}
