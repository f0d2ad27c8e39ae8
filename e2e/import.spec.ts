import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { maria, sales, support } from "./support/people.ts";

const words = strings.transfers;
const mbox = [
  "From carla@customer.test Mon Nov  2 10:00:00 2026",
  "Message-ID: <brought-1@customer.test>",
  "From: Carla <carla@customer.test>",
  "To: support@team.test",
  "Subject: Brought from elsewhere",
  "Date: Mon, 2 Nov 2026 10:00:00 +0000",
  "Status: RO",
  "",
  "Hello",
  "",
  "",
].join("\n");

test("a file with mail is imported, and seen in the inbox", async ({ admin, supportMailbox }) => {
  const { page } = admin;
  await page.goto("/settings/accounts");
  await page.getByRole("button", { name: strings.accounts.menuLabel(support.name) }).click();
  await page.getByRole("menuitem", { name: words.import.menu }).click();
  const dialog = page.getByRole("dialog");
  await dialog
    .getByLabel(words.import.file)
    .setInputFiles({ name: "old.mbox", mimeType: "application/mbox", buffer: Buffer.from(mbox) });
  await dialog.getByRole("button", { name: words.import.upload }).click();
  await expect(dialog).toContainText("1 mail,");
  await expect(dialog).toContainText("2026");
  await dialog.getByRole("button", { name: words.import.start }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => supportMailbox.count("INBOX")).toBe(1);
  await page.goto("/settings/transfers");
  await expect(page.getByRole("listitem").filter({ hasText: "old.mbox" })).toContainText("1 mail,");
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Brought from elsewhere")).toBeVisible();
});

test("the mail of an account is copied into another, and stays where it is", async ({
  admin,
  mailServer,
  supportMailbox,
  salesMailbox,
}) => {
  await mailServer.deliver({ from: maria, to: support, subject: "To be copied" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("To be copied")).toBeVisible();
  const { page } = admin;
  await page.goto("/settings/accounts");
  await page.getByRole("button", { name: strings.accounts.menuLabel(support.name) }).click();
  await page.getByRole("menuitem", { name: words.copy.menu }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(sales.name);
  await dialog.getByRole("button", { name: words.copy.action, exact: true }).click();
  await admin.inbox.toasts.getByRole("button", { name: words.export.show }).click();
  await expect(page.getByRole("listitem").filter({ hasText: support.name })).toContainText("1 mail,");
  expect(await salesMailbox.count("INBOX")).toBe(1);
  expect(await supportMailbox.count("INBOX")).toBe(1);
});
