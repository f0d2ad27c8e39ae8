import type { Locator, Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";
import type { Person } from "../support/people.ts";

const words = strings.composer;

type NewFile = { name: string; mimeType: string; buffer: Buffer };

/** Where an answer or a new mail is written. */
export class ComposerPage {
  readonly page: Page;
  readonly text: Locator;
  readonly draftMark: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole("textbox", { name: words.text, exact: true });
    this.draftMark = page.getByText(/^Saved \d/);
  }

  async reply(text: string): Promise<void> {
    await this.page.getByRole("button", { name: /^Reply to / }).click();
    await this.write(text);
  }

  /** Goes on at the end. */
  async write(text: string): Promise<void> {
    await this.text.press("Control+End");
    await this.text.pressSequentially(text);
  }

  /** A new mail, up to its text. */
  async begin({ to, subject }: { to: Person; subject: string }): Promise<void> {
    await this.page.keyboard.press("c");
    const dialog = this.page.getByRole("dialog", { name: words.kinds.new });
    await dialog.getByLabel(words.to, { exact: true }).fill(to.address);
    await dialog.getByLabel(words.subject).fill(subject);
  }

  file(name: string): Locator {
    return this.page.getByRole("button", { name: words.removeFile(name) });
  }

  async attach(file: NewFile): Promise<void> {
    await this.page.locator("input[type=file]").setInputFiles(file);
    await this.file(file.name).waitFor();
  }

  async send(): Promise<void> {
    await this.page.getByRole("button", { name: words.send, exact: true }).click();
  }

  async sendAndClose(): Promise<void> {
    await this.page.getByRole("button", { name: words.sendMenu }).click();
    await this.page.getByRole("menuitem", { name: words.sendAndClose }).click();
  }
}
