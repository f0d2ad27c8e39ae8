import type { Page } from "@playwright/test";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";

test("the settings are gone through and changed by keyboard alone, and the focus is always seen", async ({ admin }) => {
  const { page } = admin;
  await page.goto("/settings/accounts");
  await tabTo(page, strings.settings.pages.tags);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/settings/tags");
  await tabTo(page, strings.settings.tags.add);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel(strings.settings.tags.name)).toBeFocused();
  await page.keyboard.type("Refund");
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText("Refund", { exact: true })).toBeVisible();

  await tabTo(page, strings.settings.pages.profile);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/settings/profile");
  await tabTo(page, strings.settings.profile.name);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Ada K.");
  await tabTo(page, strings.common.save);
  await page.keyboard.press("Enter");
  await expect(page.getByText(strings.settings.saved)).toBeVisible();

  // One stop for each group of radios, and arrows within it.
  await tabTo(page, strings.settings.profile.languageOfBrowser);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("radio", { name: "Deutsch" })).toBeFocused();
});

/** Presses Tab until what is focused has this name; every stop on the way has to be seen. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focused);
    if (stop === null) continue;
    expect(stop.isSeen, `the focus on “${stop.name}” is seen`).toBe(true);
    if (stop.name === name) return;
  }
  throw new Error(`No number of tabs leads to “${name}”.`);
}

/** In the page: what has the focus, and whether an outline of its own, or of the label around it, tells; null on the page itself. */
function focused(): { name: string; isSeen: boolean } | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
  const name = element.ariaLabel ?? label?.innerText ?? element.innerText;
  const marked = [element, ...(label ? [label] : [])];
  const isSeen = marked.some((each) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(each);
    return outlineStyle !== "none" && outlineWidth !== "0px";
  });
  return { name: name.trim().split("\n")[0] ?? "", isSeen };
}
