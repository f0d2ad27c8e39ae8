import type { Page } from "@playwright/test";
import type { Person } from "../support/people.ts";

/** The page of the provider that somebody signs in at. */
export class ProviderPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async allow(person: Person, without: string[] = []): Promise<void> {
    await this.#page.getByLabel("Who are you?").fill(person.address);
    for (const scope of without) await this.#page.getByLabel(`Allow ${scope}`).uncheck();
    await this.#page.getByRole("button", { name: "Allow" }).click();
  }

  async cancel(): Promise<void> {
    await this.#page.getByRole("button", { name: "Cancel" }).click();
  }
}
