import type { Locator, Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";

const words = strings.auth;

/** The pages of who is not signed in yet: sign-in, invitation. */
export class SignInPage {
  readonly page: Page;
  readonly emailAddress: Locator;
  readonly password: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.page = page;
    this.emailAddress = page.getByLabel(words.emailAddress);
    this.password = page.getByLabel(words.password, { exact: true });
    this.problem = page.locator("form").getByRole("alert");
  }

  async goTo(): Promise<void> {
    await this.page.goto("/sign-in");
  }

  async signIn(emailAddress: string, password: string): Promise<void> {
    await this.emailAddress.fill(emailAddress);
    await this.password.fill(password);
    await this.page.getByRole("button", { name: words.signIn.action }).click();
  }

  async accept(password: string): Promise<void> {
    await this.password.fill(password);
    await this.page.getByRole("button", { name: words.invite.action }).click();
  }
}
