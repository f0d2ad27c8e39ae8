import { z } from "zod";
import { expect, test } from "./fixtures.ts";
import { ada, maria } from "./support/people.ts";
import { en } from "#lib/strings/en";
import { de } from "#lib/strings/de";

const anything = z.unknown();

test("an agent's language is kept, and changes without the page being read anew", async ({ admin, openDesk, app }) => {
  const { page } = admin;
  await page.goto("/settings/profile");
  await page.evaluate(() => document.body.setAttribute("data-same-page", ""));
  await page.getByRole("radio", { name: "Deutsch" }).check();
  await expect(page.getByRole("heading", { name: de.settings.pages.profile, level: 1 })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page).toHaveTitle(`${de.settings.pages.profile} · Postroom`);
  await expect(page.locator("body")).toHaveAttribute("data-same-page");

  // Another browser of hers, that asks for English, shows her language as soon as she is in it.
  const elsewhere = await openDesk(ada, app);
  await elsewhere.enter();
  await elsewhere.page.goto("/settings/profile");
  await expect(elsewhere.page.getByRole("heading", { name: de.settings.pages.profile, level: 1 })).toBeVisible();
});

test("what the server writes is German from its first byte, and no word of it changes", async ({ admin }) => {
  const { page } = admin;
  await admin.ask("PATCH", "/api/me", anything, { language: "de" });
  const html = await (await page.request.get("/settings/profile")).text();
  expect(html).toContain('<html lang="de"');
  expect(html).toContain(de.settings.profile.appearance);
  expect(html).not.toContain(en.settings.profile.appearance);
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`${message.text()} ${message.location().url}`);
  });
  await page.goto("/settings/profile");
  await page.getByRole("radio", { name: de.common.theme.dark }).check();
  expect(problems).toEqual([]);
});

test.describe("in a browser that asks for German", () => {
  test.use({ locale: "de-AT" });

  test("a stranger is asked to sign in in German", async ({ admin, app, openDesk }) => {
    expect(admin.person).toBe(ada);
    const desk = await openDesk(ada, app);
    await desk.page.goto("/sign-in");
    await expect(desk.page.locator("html")).toHaveAttribute("lang", "de");
    await expect(desk.page.getByRole("button", { name: de.auth.signIn.action })).toBeVisible();
  });
});

test("right-to-left mail is read from the right, in the list and when it is open", async ({
  admin,
  supportMailbox,
}) => {
  const { page, inbox, conversation } = admin;
  const subject = "سؤال عن الطلب رقم 4711";
  await supportMailbox.receive({ from: { ...maria, name: "ليلى منصور" }, subject, text: "مرحبا، أين طلبي؟" });
  await inbox.goTo();
  const row = inbox.conversation(subject);
  await expect(row.getByText(subject)).toHaveCSS("direction", "rtl");
  await expect(row.getByText("ليلى منصور")).toHaveCSS("direction", "rtl");
  // The line as a whole, too: what there is no room for is its end.
  await expect(row.getByText(subject).locator("..")).toHaveCSS("direction", "rtl");
  await row.getByRole("link").click();
  await expect(conversation.subject).toHaveCSS("direction", "rtl");
  await expect(page.getByText("مرحبا، أين طلبي؟").last()).toHaveCSS("direction", "rtl");
  // What surrounds it stays as it was.
  await expect(page.locator("html")).toHaveCSS("direction", "ltr");
});
