import type { Page } from "@playwright/test";
import { z } from "zod";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { Faults } from "./support/faults.ts";
import { maria } from "./support/people.ts";

const words = strings.composer;
const plain = (page: Page) => page.locator("[data-plain]");

async function switchLooks(page: Page): Promise<void> {
  await page.getByRole("button", { name: words.moreFormats }).click();
  await page.getByRole("menuitemcheckbox", { name: strings.plain.name }).click();
}

test("a mail is written as text only, and has no HTML on the wire, neither its words nor what it answers", async ({
  admin,
  supportMailbox,
  customer,
}) => {
  const { page, inbox, composer } = admin;
  const html = "<p>Dear {{contact.firstName}},</p><ul><li><b>one</b></li><li>two</li></ul>";
  await admin.ask("POST", "/api/canned-replies", z.unknown(), { name: "List", html });
  await supportMailbox.receive({ from: maria, subject: "Which one?", html: "<p>Is it the <b>blue</b> one?</p>" });
  await inbox.goTo();
  await inbox.open("Which one?");
  await composer.reply("");
  await switchLooks(page);
  await expect(plain(page)).toBeVisible();
  await expect(page.getByRole("button", { name: words.bold })).toBeHidden();
  await composer.text.click();
  await page.keyboard.type("/list");
  await page.getByRole("option", { name: /List/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await page.keyboard.type("  three   spaces");
  await composer.send();
  await expect.poll(() => customer.count(), { timeout: 40_000 }).toBe(1);
  const [mail] = await customer.read();
  const [stored] = await customer.mails();
  expect(stored?.source.toString()).not.toMatch(/text\/html|multipart/i);
  expect(mail?.text?.replaceAll("\r\n", "\n")).toMatch(
    /^Dear Maria,\n\n- one\n- two\n {2}three {3}spaces\n\n.*wrote:\n\n> Is it the blue one\?/,
  );
});

test("formatting that is lost can be had back, and an image of the text becomes a file", async ({
  admin,
  supportMailbox,
}) => {
  const { page, inbox, composer } = admin;
  await supportMailbox.receive({ from: maria, subject: "Which one?" });
  await inbox.goTo();
  await inbox.open("Which one?");
  await composer.reply("The ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("blue");
  await expect(composer.text.locator("strong")).toHaveText("blue");
  await switchLooks(page);
  await expect(plain(page)).toHaveText("The blue");
  await page.getByText(strings.plain.lost).waitFor();
  await page.getByRole("button", { name: strings.common.undo }).click();
  await expect(composer.text.locator("strong")).toHaveText("blue");

  await composer.text.evaluate(async (element) => {
    const canvas = document.createElement("canvas");
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const data = new DataTransfer();
    if (blob) data.items.add(new File([blob], "lid.png", { type: "image/png" }));
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await expect(composer.text.getByRole("img", { name: "lid" })).toBeVisible();
  await switchLooks(page);
  await expect(composer.file("lid.png")).toBeVisible();
  await switchLooks(page);
  await expect(composer.text.getByRole("img", { name: "lid" })).toBeVisible();
  await expect(composer.file("lid.png")).toBeHidden();
});

test("a mail of text only stays one through a reload, and the next one begins as such", async ({
  admin,
  supportMailbox,
}) => {
  const { page, inbox, composer } = admin;
  const faults = new Faults(page);
  await supportMailbox.receive({ from: maria, subject: "Which one?", text: "Is it the blue one?" });
  await inbox.goTo();
  await inbox.open("Which one?");
  await composer.reply("The blue");
  await switchLooks(page);
  await composer.write(" one.");
  await expect(composer.draftMark).toBeVisible();
  await page.reload();
  await expect(plain(page)).toHaveText("The blue one.");
  await page.getByRole("button", { name: words.quotedBelow.reply }).click();
  await expect(plain(page)).toContainText("> Is it the blue one?");
  await faults.look("text only");
  await page.getByRole("button", { name: words.close }).click();
  await composer.begin({ to: maria, subject: "Another" });
  await expect(plain(page)).toHaveCount(1);
  await switchLooks(page);
  await expect(page.getByRole("button", { name: words.bold })).toBeVisible();
  expect(faults.found).toEqual([]);
});

test("what is written is kept as a canned reply, without signature and quote", async ({ admin, supportMailbox }) => {
  const { page, inbox, composer } = admin;
  await admin.ask("PATCH", "/api/me", z.unknown(), { signature: "Ada of Acme" });
  await supportMailbox.receive({ from: maria, subject: "Which one?" });
  await inbox.goTo();
  await inbox.open("Which one?");
  await page.getByRole("button", { name: /^Reply to / }).click();
  await expect(composer.text).toContainText("Ada of Acme");
  await page.keyboard.type("Take the blue one.");
  await page.getByRole("button", { name: words.moreFormats }).click();
  await page.getByRole("menuitem", { name: strings.canned.keep }).click();
  const dialog = page.getByRole("dialog", { name: strings.canned.add });
  await dialog.getByLabel(strings.canned.name).fill("Blue");
  await expect(dialog.getByRole("textbox", { name: strings.canned.reply })).toHaveText("Take the blue one.");
  await dialog.getByRole("button", { name: strings.canned.create }).click();
  await expect(page.getByText(strings.canned.saved("Blue"))).toBeVisible();
  await expect(composer.text).toContainText("Take the blue one.");
});
