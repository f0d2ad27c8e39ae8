import { en as strings } from "#lib/strings/en";
import { z } from "zod";
import { expect, test } from "./fixtures.ts";
import { Faults } from "./support/faults.ts";
import { ada, maria } from "./support/people.ts";

const words = strings.canned;
const firstName = ada.name.split(" ")[0];
const greeting = {
  name: "Greeting",
  html: "<p>Hello {{contact.firstName|there}},</p><p>thank you for <strong>writing</strong>.</p><p>{{agent.firstName}}</p>",
};
const refund = { name: "Full refund", html: "<p>the money is on its way</p>" };

test("a canned reply is written in the settings, and put into an answer by a slash and its name", async ({
  admin,
  supportMailbox,
  customer,
}) => {
  const { page, inbox, composer } = admin;
  await page.goto("/settings/canned-replies");
  await expect(page.getByText(words.empty.title)).toBeVisible();
  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: words.add });
  await dialog.getByLabel(words.name).fill("Welcome");
  await dialog.getByRole("textbox", { name: words.reply }).click();
  await page.keyboard.type("Hello ");
  await dialog.getByRole("button", { name: words.placeholder["contact.firstName"] }).click();
  await page.keyboard.type(", how can we help?");
  await dialog.getByRole("button", { name: words.create }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("listitem").filter({ hasText: "Welcome" })).toContainText("{{contact.firstName}}");

  await supportMailbox.receive({ from: maria, subject: "A question" });
  await inbox.goTo();
  await inbox.open("A question");
  await composer.reply("/wel");
  const option = page.getByRole("option", { name: /Welcome/ });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(composer.text).toHaveAttribute("aria-activedescendant", (await option.getAttribute("id")) ?? "");
  await page.keyboard.press("Enter");
  await expect(option).toBeHidden();
  await expect(composer.text).toContainText(/^Hello \w+, how can we help\?/);
  await page.keyboard.type(" Just say.");
  await composer.send();
  await expect.poll(() => customer.count(), { timeout: 40_000 }).toBe(1);
  expect((await customer.read())[0]?.text).toMatch(/^Hello Maria, how can we help\? Just say\./);
});

test("arrows choose among canned replies, Tab takes one, and Escape leaves the slash as it is", async ({
  admin,
  supportMailbox,
}) => {
  const { page, inbox, composer } = admin;
  for (const reply of [greeting, refund]) await admin.ask("POST", "/api/canned-replies", z.unknown(), reply);
  await supportMailbox.receive({ from: maria, subject: "A question" });
  await inbox.goTo();
  await inbox.open("A question");
  await composer.reply("Good news: /");
  await expect(page.getByRole("option")).toHaveCount(2);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Tab");
  // One line goes into the line.
  await expect(composer.text.locator("p").first()).toHaveText("Good news: the money is on its way");
  await page.keyboard.type(" /gre");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("option")).toHaveCount(0);
  await page.keyboard.type("at or and/or ");
  await expect(composer.text.locator("p").first()).toHaveText("Good news: the money is on its way /great or and/or ");
  await expect(page.getByRole("option")).toHaveCount(0);

  // The button stands for the slash, and takes it away again where nothing is chosen.
  const button = page.getByRole("button", { name: words.insert });
  await button.click();
  await expect(page.getByRole("option")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(composer.text.locator("p").first()).toHaveText("Good news: the money is on its way /great or and/or ");
  await button.click();
  await page.getByRole("option", { name: /Greeting/ }).click();
  await expect(composer.text.locator("strong")).toHaveText("writing");
  await expect(composer.text).toContainText(`${firstName}`);
});

test("what a placeholder cannot be filled with stays marked, and is asked about before the mail leaves", async ({
  admin,
  supportMailbox,
  customer,
}) => {
  const { page, inbox, composer } = admin;
  const html = "<p>Your order {{conversation.number}} is at {{contact.frstName}}</p>";
  await admin.ask("POST", "/api/canned-replies", z.unknown(), { name: "Order", html });
  await supportMailbox.receive({ from: maria, subject: "A question" });
  await inbox.goTo();
  await composer.begin({ to: maria, subject: "Your order" });
  await composer.text.click();
  await page.keyboard.type("/order");
  await page.getByRole("option", { name: /Order/ }).waitFor();
  await page.keyboard.press("Enter");
  await expect(composer.text.locator(".placeholder")).toHaveText(["{{conversation.number}}", "{{contact.frstName}}"]);
  await composer.send();
  await expect(page.getByText(words.unfilled.title("{{conversation.number}}"))).toBeVisible();
  await page.getByRole("button", { name: words.unfilled.show }).click();
  await page.keyboard.type("17");
  await composer.send();
  await expect(page.getByText(words.unfilled.title("{{contact.frstName}}"))).toBeVisible();
  await page.getByRole("button", { name: words.unfilled.sendAnyway }).click();
  await expect.poll(() => customer.count(), { timeout: 40_000 }).toBe(1);
  expect((await customer.read())[0]?.text).toContain("Your order 17 is at {{contact.frstName}}");
});

test("a colleague's canned reply is there at once, and so is its end", async ({ admin, colleague, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "A question" });
  await colleague.page.goto("/settings/canned-replies");
  await expect(colleague.page.getByText(words.empty.title)).toBeVisible();
  await admin.page.goto("/settings/canned-replies");
  await admin.ask("POST", "/api/canned-replies", z.unknown(), refund);
  const row = colleague.page.getByRole("listitem").filter({ hasText: refund.name });
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: words.editLabel(refund.name) }).click();
  const dialog = colleague.page.getByRole("dialog", { name: words.editTitle });
  await dialog.getByLabel(words.name).fill("Refund");
  await dialog.getByRole("button", { name: strings.common.save }).click();
  await expect(admin.page.getByRole("listitem").filter({ hasText: "the money" })).toContainText("Refund");
  await admin.page.getByRole("button", { name: words.removeLabel("Refund") }).click();
  await admin.page.getByRole("dialog").getByRole("button", { name: words.remove }).click();
  await expect(colleague.page.getByText(words.empty.title)).toBeVisible();
});

test("axe finds nothing on canned replies, where they are written and where they are chosen", async ({
  admin,
  supportMailbox,
}) => {
  test.slow();
  const { page, inbox, composer } = admin;
  const faults = new Faults(page);
  await page.goto("/settings/canned-replies");
  await faults.look("no canned replies");
  await supportMailbox.receive({ from: maria, subject: "A question" });
  await inbox.goTo();
  await inbox.open("A question");
  await composer.reply("/");
  await expect(page.getByText(words.empty.title)).toBeVisible();
  await faults.look("no canned reply to choose");
  for (const reply of [greeting, refund]) await admin.ask("POST", "/api/canned-replies", z.unknown(), reply);
  await composer.write(" /");
  await expect(page.getByRole("option")).toHaveCount(2);
  await faults.look("canned replies to choose");
  await page.goto("/settings/canned-replies");
  await expect(page.getByRole("listitem").filter({ hasText: refund.name })).toBeVisible();
  await faults.look("canned replies");
  await page.keyboard.press("c");
  await expect(page.getByRole("button", { name: words.placeholder["agent.name"] })).toBeVisible();
  await faults.look("a new canned reply");
  expect(faults.found).toEqual([]);
});
