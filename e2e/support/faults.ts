import AxeBuilder from "@axe-core/playwright";
import { en as strings } from "#lib/strings/en";
import { expect, type Locator, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// An experiment of axe's, which a rule named by its tag brings along.
const rules = { "label-content-name-mismatch": { enabled: false } };
/** All that the second theme can do differently. */
const colorRules = ["color-contrast", "link-in-text-block"];
const floating = "[role=menu], [role=listbox], [role=dialog]";

/** Gathers what axe finds on a page, and in everything that opens on it, in both themes, each with the place where it was found. */
export class Faults {
  readonly found: string[] = [];
  readonly #page: Page;
  readonly #seenItems = new Set<string>();

  constructor(page: Page) {
    this.#page = page;
  }

  /** What is shown now. A mail's own HTML, in a frame where no script runs, is not ours to judge. */
  async look(place: string): Promise<void> {
    // A page that broke has no faults of its own either.
    await expect(this.#page.getByText(strings.common.errorTitle), `${place} is there`).toHaveCount(0);
    await this.#run(`${place}, light`, { type: "tag", values: tags });
    await this.#page.emulateMedia({ colorScheme: "dark" });
    await this.#run(`${place}, dark`, { type: "rule", values: colorRules });
    await this.#page.emulateMedia({ colorScheme: "light" });
  }

  /** The page, each menu, list and popover that a button of it opens, and their dialogs. Of those that are named alike, one. */
  async lookAtMenus(place: string, within: Locator = this.#page.locator("body")): Promise<void> {
    await this.look(place);
    const triggers = within.locator("[aria-haspopup]:visible:not(:disabled)");
    const count = await triggers.count();
    expect(count, `${place} has menus`).toBeGreaterThan(0);
    const seen = new Set<string>();
    for (let index = 0; index < count; index++) {
      const trigger = triggers.nth(index);
      const name = ((await trigger.getAttribute("aria-label")) ?? (await trigger.innerText())).split(/\s/)[0] ?? "";
      if (seen.has(name)) continue;
      seen.add(name);
      await trigger.click();
      await this.#floating.first().waitFor();
      await this.look(`${place} › ${name}`);
      // What ends in an ellipsis opens a dialog.
      const items = await this.#page.getByRole("menuitem", { name: /…$/ }).allInnerTexts();
      await this.#page.keyboard.press("Escape");
      await expect(this.#floating).toHaveCount(0);
      for (const item of items.map((text) => text.trim())) await this.#lookAtItem(`${place} › ${name}`, trigger, item);
    }
  }

  async #lookAtItem(place: string, trigger: Locator, item: string): Promise<void> {
    if (this.#seenItems.has(item)) return;
    this.#seenItems.add(item);
    await this.lookAtDialog(`${place} › ${item}`, async () => {
      await trigger.click();
      await this.#page.getByRole("menuitem", { name: item, exact: true }).click();
    });
  }

  /** What `opener` opens, until Escape closes it. */
  async lookAtDialog(place: string, opener: Locator | (() => Promise<unknown>)): Promise<void> {
    await (typeof opener === "function" ? opener() : opener.click());
    await this.#page.getByRole("dialog").last().waitFor();
    await this.look(place);
    // The tooltip of a button that has the focus is closed first.
    await expect(async () => {
      await this.#page.keyboard.press("Escape");
      await expect(this.#page.getByRole("dialog")).toHaveCount(0, { timeout: 1000 });
    }).toPass();
  }

  get #floating(): Locator {
    return this.#page.locator(floating).filter({ visible: true });
  }

  async #run(place: string, runOnly: { type: "tag" | "rule"; values: string[] }): Promise<void> {
    await this.#page.evaluate(hasFadedIn);
    const { violations } = await new AxeBuilder({ page: this.#page })
      .setLegacyMode()
      .options({ iframes: false, resultTypes: ["violations"], runOnly, rules: runOnly.type === "tag" ? rules : {} })
      .analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        this.found.push(`${place}: ${id} at ${target.join(" ")}: ${failureSummary ?? ""}`);
  }
}

/** In the page: colours that fade in are not measured half way. What goes on for ever, as skeletons do, is not waited for. */
async function hasFadedIn(): Promise<void> {
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations === 1);
  await Promise.allSettled(ending.map(({ finished }) => finished));
}
