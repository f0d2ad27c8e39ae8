import { readFile } from "node:fs/promises";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { maria, support } from "./support/people.ts";

const words = strings.transfers;

test("an account is exported, downloaded, and taken off the list", async ({ admin, mailServer, supportMailbox }) => {
  await mailServer.deliver({ from: maria, to: support, subject: "Keep this for ever" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Keep this for ever")).toBeVisible();
  expect(await supportMailbox.count("INBOX")).toBe(1);
  const { page } = admin;
  await page.goto("/settings/transfers");
  await expect(page.getByText(words.empty.title)).toBeVisible();

  await page.goto("/settings/accounts");
  await page.getByRole("button", { name: strings.accounts.menuLabel(support.name) }).click();
  await page.getByRole("menuitem", { name: words.export.menu }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("1 mail, about");
  await dialog.getByRole("radio", { name: words.formats.eml }).check();
  await dialog.getByRole("button", { name: words.export.action }).click();
  await admin.inbox.toasts.getByRole("button", { name: words.export.show }).click();

  const name = words.kinds.export(support.name);
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("kept until");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: words.downloadLabel(name) }).click(),
  ]);
  const file = await readFile(await download.path());
  expect(download.suggestedFilename()).toMatch(/^postroom-export-\d+\.zip$/);
  expect(file.toString("latin1")).toContain("Keep this for ever.eml");

  await page.getByRole("button", { name: words.reportLabel(name) }).click();
  await expect(dialog.getByRole("row", { name: "INBOX" })).toContainText("1");
  await dialog.getByRole("button", { name: strings.settings.done }).click();
  await page.getByRole("button", { name: words.removeLabel(name) }).click();
  await expect(page.getByText(words.empty.title)).toBeVisible();
});

test("what a search finds is exported", async ({ admin, mailServer, supportMailbox }) => {
  await mailServer.deliver({ from: maria, to: support, subject: "Invoice 4711" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Invoice 4711")).toBeVisible();
  expect(await supportMailbox.count("INBOX")).toBe(1);
  const { page } = admin;
  await page.goto("/inbox/all?q=is%3Aopen");
  await page.getByRole("button", { name: words.export.results }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(words.export.searchHint);
  await dialog.getByRole("button", { name: words.export.action }).click();
  await admin.inbox.toasts.getByRole("button", { name: words.export.show }).click();
  const row = page.getByRole("listitem").filter({ hasText: words.kinds.export(words.search("is:open")) });
  await expect(row).toContainText("1 mail,");
});

test("an account keeps its mail here, and says how far that is", async ({ admin, mailServer, supportMailbox }) => {
  await mailServer.deliver({ from: maria, to: support, subject: "Contract" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Contract")).toBeVisible();
  expect(await supportMailbox.count("INBOX")).toBe(1);
  const { page } = admin;
  await page.goto("/settings/accounts/1");
  await page.getByRole("switch", { name: words.archive.keep }).click();
  const section = page.getByRole("region", { name: words.archive.title });
  await expect(section).toContainText(/1 of 1 kept, \d+\sbyte/, { timeout: 45_000 });

  await section.getByRole("button", { name: words.archive.folders }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: words.archive.folderLabel("INBOX") }).click();
  await page.getByRole("menuitemradio", { name: words.archive.folderWords["not-kept"] }).click();
  await dialog.getByRole("button", { name: strings.settings.done }).click();
  await expect(section).toContainText("0 of 0 kept");
});
