import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page } from "@playwright/test";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Gathers what axe finds on a page, and in everything that opens on it, each with the place where it was found. */
export class Faults {
  readonly found: string[] = [];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** What is shown now. A mail's own HTML, in a frame where no script runs, is not ours to judge. */
  async look(place: string): Promise<void> {
    await settle(this.#page);
    const { violations } = await new AxeBuilder({ page: this.#page })
      .setLegacyMode()
      .options({ iframes: false, runOnly: { type: "tag", values: tags } })
      .analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        this.found.push(`${place}: ${id} at ${target.join(" ")}: ${failureSummary ?? ""}`);
  }

  /** The page, and each menu, list and popover that a button of it opens. Names of buttons that were seen before are left out. */
  async lookAtMenus(place: string, within: Locator = this.#page.locator("body")): Promise<void> {
    await this.look(place);
    const triggers = within.locator("[aria-haspopup]:visible:not(:disabled), [role=combobox]:visible:not(input)");
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
      await this.#page.keyboard.press("Escape");
      await expect(this.#floating).toHaveCount(0);
    }
  }

  /** What `opener` opens, until Escape closes it. */
  async lookAtDialog(place: string, opener: Locator | (() => Promise<unknown>)): Promise<void> {
    await (typeof opener === "function" ? opener() : opener.click());
    const dialog = this.#page.getByRole("dialog").last();
    await dialog.waitFor();
    await this.look(place);
    await this.#page.keyboard.press("Escape");
    await expect(this.#page.getByRole("dialog")).toHaveCount(0);
  }

  get #floating(): Locator {
    return this.#page.locator("[role=menu], [role=listbox], [role=dialog]").filter({ visible: true });
  }
}

/** Colours that fade in are not measured half way. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(
      document
        .getAnimations()
        .map((animation) =>
          animation.effect?.getComputedTiming().iterations === 1
            ? animation.finished.catch(() => undefined)
            : undefined,
        ),
    );
  });
}
