import type { Locator, Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";
import type { Person } from "../support/people.ts";

const words = strings.agents;

export class AgentsPage {
  readonly page: Page;
  readonly agents: Locator;

  constructor(page: Page) {
    this.page = page;
    this.agents = page.getByRole("main").getByRole("listitem");
  }

  async goTo(): Promise<void> {
    await this.page.goto("/settings/agents");
  }

  agent(person: Person): Locator {
    return this.agents.filter({ hasText: person.address });
  }

  /** @returns the link that is shown once */
  async invite(person: Person): Promise<string> {
    await this.page.getByRole("button", { name: words.invite }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByLabel(words.emailAddress).fill(person.address);
    await dialog.getByLabel(words.name, { exact: true }).fill(person.name);
    await dialog.getByRole("button", { name: words.makeLink }).click();
    const link = dialog.getByLabel(words.link, { exact: true });
    await link.waitFor();
    return link.inputValue();
  }

  async deactivate(person: Person): Promise<void> {
    await this.page.getByRole("button", { name: words.menuLabel(person.name) }).click();
    await this.page.getByRole("menuitem", { name: words.deactivate }).click();
  }
}
