import type { Page } from "@playwright/test";
import { expect, test as base } from "./fixtures.ts";
import { hostileNewsletter } from "./support/hostile-newsletter.ts";
import { maria } from "./support/people.ts";
import { Trap } from "./support/trap.ts";

const test = base.extend<{ trap: Trap }>({
  trap: async ({}, use) => {
    const trap = await Trap.set();
    await use(trap);
    await trap.remove();
  },
});

test("a hostile newsletter is read and does nothing", async ({ admin, supportMailbox, trap }) => {
  const { page, inbox, conversation } = admin;
  const witness = watch(page, trap);
  await supportMailbox.receive({ from: maria, subject: "Autumn stews", html: hostileNewsletter(trap.url) });
  await inbox.goTo();
  await inbox.open("Autumn stews");

  const body = conversation.body();
  await expect(body.getByRole("heading", { name: "Autumn stews" })).toBeVisible();
  await expect(body.getByText("Beans from Asturias")).toBeVisible();
  await conversation.pointAt(body.getByText("This week: a beef stew"));
  await expect(
    body.locator("script, form, input, button, iframe, object, embed, video, audio, base, link, meta[http-equiv]"),
  ).toHaveCount(0);
  await expect(
    body.locator("[onload], [onerror], [onclick], [onmouseover], [onfocus], [onbegin], [ping], [href^='javascript:']"),
  ).toHaveCount(0);

  // Seen by the server: the mail has been open for a while by now.
  await expect.poll(() => supportMailbox.flagsOf("Autumn stews")).toContain("\\Seen");
  await conversation.assignee.click();
  await expect(page.getByRole("option", { name: "Nobody" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/\/inbox\/open\/\d+$/);
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(witness).toEqual({ dialogs: [], requests: [], pages: 0 });
  expect(trap.requests).toEqual([]);
});

test("remote images come only when asked for, and by way of the server", async ({ admin, supportMailbox, trap }) => {
  const { page, inbox, conversation } = admin;
  const witness = watch(page, trap);
  const html = `<p>Look:</p><img src="${trap.url}/stew.png" width="60" height="60" alt="A stew">`;
  await supportMailbox.receive({ from: maria, subject: "With a picture", html });
  await inbox.goTo();
  await inbox.open("With a picture");
  await expect(conversation.region).toContainText("One remote image was not loaded");
  await expect(conversation.body().getByText("Look:")).toBeVisible();
  const withheld = conversation.body().getByAltText("A stew");
  const shown = (element: Element) => getComputedStyle(element, "::after").content;
  expect(await withheld.evaluate(shown), "what it would show, instead of a broken picture").toContain("A stew");

  const asked = page.waitForRequest((request) => new URL(request.url()).pathname === "/api/images");
  await conversation.showImages();
  expect(new URL((await asked).url()).origin).toBe(new URL(page.url()).origin);
  await expect(conversation.body().getByAltText("A stew")).toHaveAttribute("src", /^\/api\/images\?/);
  expect(witness.requests).toEqual([]);
  // The server refuses to ask hosts of its own network on a mail's behalf.
  expect(trap.requests).toEqual([]);
});

test("a link in a mail opens apart from the app, which it cannot reach", async ({ admin, supportMailbox, trap }) => {
  await supportMailbox.receive({ from: maria, subject: "A link", html: `<a href="${trap.url}/offer">The offer</a>` });
  await admin.inbox.goTo();
  await admin.inbox.open("A link");
  const opened = admin.context.waitForEvent("page");
  const link = admin.conversation.body().getByRole("link", { name: "The offer" });
  await expect(link).toBeVisible();
  await admin.conversation.clickAt(link);
  const page = await opened;
  await expect.poll(() => trap.requests).toContain("/offer");
  expect(await page.evaluate(() => window.opener === null)).toBe(true);
  await expect(admin.conversation.subject).toHaveText("A link");
});

type Witness = { dialogs: string[]; requests: string[]; pages: number };

/** What the mail got done in spite of everything. */
function watch(page: Page, trap: Trap): Witness {
  const witness: Witness = { dialogs: [], requests: [], pages: 0 };
  page.on("dialog", (dialog) => {
    witness.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().startsWith(trap.url)) witness.requests.push(request.url());
  });
  page.context().on("page", () => (witness.pages += 1));
  return witness;
}
