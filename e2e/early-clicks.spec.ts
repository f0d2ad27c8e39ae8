import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { en as strings } from "#lib/strings/en";
import { holdScripts } from "./support/hold-scripts.ts";
import { maria } from "./support/people.ts";

const words = strings.conversation;

test("a button that is pressed before the page's scripts have come does what it says once they have", async ({
  admin,
  supportMailbox,
}) => {
  const { page, inbox, conversation } = admin;
  const references: string[] = [];
  for (let at = 1; at <= 6; at += 1) {
    const subject = at === 1 ? "Kettles" : "Re: Kettles";
    const mail = { from: maria, subject, text: `Words of mail ${at}.`, references: references.slice(-1) };
    references.push(await supportMailbox.receive(mail));
  }
  await inbox.goTo();
  await expect.poll(() => inbox.conversations.filter({ hasText: "Kettles" }).count()).toBe(1);
  const open = page.waitForResponse(/\/api\/conversations\/acts$/);
  await inbox.open("Kettles");
  await open;
  const errors = pageErrors(page);

  const earlier = conversation.region.getByRole("button", { name: words.earlier(4) });
  for (const act of [() => earlier.click(), () => earlier.press("Enter")]) {
    const sendScripts = await holdScripts(page, "any");
    await page.reload({ waitUntil: "commit" });
    await act();
    await sendScripts();
    await expect(conversation.messages).toHaveCount(6);
    await expect(conversation.region.getByText("Words of mail 6.")).toBeVisible();
  }
  for (const act of [() => conversation.status.click(), () => conversation.status.press("Enter")]) {
    const sendScripts = await holdScripts(page, "any");
    await page.reload({ waitUntil: "commit" });
    await act();
    await sendScripts();
    await expect(page.getByRole("menuitemcheckbox", { name: words.statuses.pending })).toBeVisible();
  }
  // What was read before and is brought back is nothing that React finds other than the server drew it.
  expect(errors).toEqual([]);
});

test("a button whose code comes after the page loses no click", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Kettles" });
  const { page, inbox } = admin;
  await inbox.goTo();
  await expect(inbox.conversation("Kettles")).toBeVisible();
  const errors = pageErrors(page);
  await page.goto("/inbox/all?q=kettles");
  const sendScripts = await holdScripts(page, "the later");
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("button", { name: strings.search.saveSearch }).click();
  await sendScripts();
  await expect(page.getByRole("dialog", { name: strings.search.dialog.addTitle })).toBeVisible();
  expect(errors).toEqual([]);
});

test("a menu whose code comes while its button is held down opens", async ({ admin }) => {
  const { page, inbox } = admin;
  const { promise: pressed, resolve: press } = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    const answer = await route.fetch();
    // The icon of signing out is in no other menu.
    if ((await answer.text()).includes('"log-out"')) await pressed;
    await route.fulfill({ response: answer });
  });
  await inbox.goTo();
  await inbox.agentMenu.hover();
  await expect(inbox.agentMenu).not.toHaveAttribute("aria-haspopup", "menu");
  await page.mouse.down();
  press();
  await expect(inbox.agentMenu).toHaveAttribute("aria-haspopup", "menu");
  await page.mouse.up();
  await expect(page.getByRole("menu")).toBeVisible();
});

function pageErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  return errors;
}
