import type { FrameLocator, Locator, Page } from "@playwright/test";
import { strings } from "#lib/strings/strings";
import type { Person } from "../support/people.ts";

const words = strings.conversation;

/** The open conversation. */
export class ConversationPage {
  readonly page: Page;
  readonly region: Locator;
  readonly subject: Locator;
  /** The mails, open and folded. */
  readonly messages: Locator;
  readonly context: Locator;
  readonly status: Locator;
  readonly assignee: Locator;

  constructor(page: Page) {
    this.page = page;
    this.region = page.getByRole("region", { name: words.region, exact: true });
    this.subject = this.region.getByRole("heading", { level: 2 });
    this.messages = this.region
      .getByRole("article")
      .or(this.region.getByRole("button", { name: /^Show the message of / }));
    this.context = page.getByRole("complementary", { name: words.context.title });
    this.status = this.region.getByRole("button", { name: words.status });
    this.assignee = this.region.getByRole("button", { name: words.assignee });
  }

  /** The text of a mail, in the frame that keeps it apart. */
  body(message = this.messages.last()): FrameLocator {
    return message.frameLocator("iframe");
  }

  messageOf(person: Person): Locator {
    return this.region.getByRole("article", { name: words.bodyTitle(person.name) });
  }

  async archive(): Promise<void> {
    await this.region.getByRole("button", { name: words.archive }).click();
  }

  async trash(): Promise<void> {
    await this.region.getByRole("button", { name: words.trash }).click();
  }

  async close(): Promise<void> {
    await this.region.getByRole("button", { name: words.close }).click();
  }

  async assign(person: Person): Promise<void> {
    await this.assignee.click();
    await this.page.getByRole("option", { name: person.name }).click();
  }

  async showImages(): Promise<void> {
    await this.region.getByRole("button", { name: words.showImages }).click();
  }
}
