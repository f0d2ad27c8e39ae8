import type { FrameLocator, Locator, Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";
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
    this.messages = this.region.locator("li > article, li > button[aria-expanded=false]");
    this.context = page.getByRole("complementary", { name: words.context.title });
    this.status = this.region.getByRole("button", { name: words.status });
    this.assignee = this.region.getByRole("button", { name: new RegExp(`^${words.assign}`) });
  }

  /** The text of a mail, in the frame that keeps it apart. */
  body(message = this.messages.last()): FrameLocator {
    return message.frameLocator("iframe");
  }

  /** Points at something in a mail; its frame draws no animation frames for itself, which is what a locator would wait for. */
  async pointAt(inBody: Locator): Promise<void> {
    const box = await inBody.boundingBox();
    if (!box) throw new Error("It is not in sight.");
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  }

  async clickAt(inBody: Locator): Promise<void> {
    await this.pointAt(inBody);
    await this.page.mouse.down();
    await this.page.mouse.up();
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
