import { expect, type Locator, type Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";

const words = strings.inbox;

/** Somebody without a mouse. After every key something has the focus, or the next key would be lost on them. */
export class KeyboardAgent {
  readonly page: Page;
  /** The menu or palette in which one types to find. */
  readonly finder: Locator;
  readonly chosen: Locator;
  readonly subject: Locator;

  constructor(page: Page) {
    this.page = page;
    this.finder = page.getByRole("combobox").and(page.locator("[cmdk-input]"));
    this.chosen = page.getByRole("option", { selected: true });
    this.subject = page
      .getByRole("region", { name: strings.conversation.region, exact: true })
      .getByRole("heading", { level: 2 });
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key);
      await expect.poll(() => this.#focus(), { message: `what has the focus after ${key}` }).not.toBe("BODY");
    }
  }

  row(subject: string): Locator {
    return this.page
      .getByRole("list", { name: words.conversations })
      .getByRole("listitem")
      .filter({ hasText: subject });
  }

  /** The text of the row that has the focus. */
  async focusedRow(): Promise<string> {
    const row = this.page.getByRole("list", { name: words.conversations }).locator("a:focus");
    await expect(row).toBeVisible();
    return row.innerText();
  }

  /** Opens a menu by its key, types, and takes what stands first. */
  async choose(key: string, text: string, wanted: string | RegExp): Promise<void> {
    await this.press(key);
    await expect(this.finder).toBeFocused();
    await this.page.keyboard.type(text);
    await expect(this.chosen).toContainText(wanted);
    await this.press("Enter");
  }

  async command(text: string, wanted: string | RegExp): Promise<void> {
    await this.choose("Control+k", text, wanted);
    await expect(this.finder).toBeHidden();
  }

  async open(key: "Enter" | "o", subject: string): Promise<void> {
    await this.press(key);
    await expect(this.subject).toHaveText(subject);
  }

  /** Answers what is open. */
  async answer(text: string, sendKey: "Control+Enter" | "Control+Shift+Enter"): Promise<void> {
    await this.press("r");
    const editor = this.page.getByRole("textbox", { name: strings.composer.text, exact: true });
    await expect(editor).toBeFocused();
    await this.page.keyboard.type(text);
    await this.press(sendKey);
    await expect(editor).toBeHidden();
  }

  #focus(): Promise<string> {
    return this.page.evaluate(() => document.activeElement?.nodeName ?? "BODY");
  }
}
