import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { maria, support } from "./support/people.ts";

const words = strings.folders;

test("folders are made, filled, renamed and deleted, here and on the server", async ({
  admin,
  mailServer,
  supportMailbox,
}) => {
  await mailServer.deliver({ from: maria, to: support, subject: "Where is my parcel?" });
  await admin.inbox.goTo();
  await expect(admin.inbox.conversation("Where is my parcel?")).toBeVisible();
  const { page } = admin;
  await admin.inbox.unfoldAccount(support.name);
  const { sidebar } = admin.inbox;
  const dialog = page.getByRole("dialog");

  await sidebar.getByRole("button", { name: words.create }).click();
  await dialog.getByLabel(words.name).fill("Parcels & more");
  await dialog.getByRole("button", { name: words.createAction }).click();
  await expect(sidebar.getByRole("link", { name: /Parcels & more/ })).toBeVisible();
  await expect(dialog).toBeHidden();

  await sidebar.getByRole("button", { name: words.menuLabel("Parcels & more") }).click();
  await page.getByRole("menuitem", { name: words.createInside }).click();
  await dialog.getByLabel(words.name).fill("2026");
  await dialog.getByRole("button", { name: words.createAction }).click();
  await expect(sidebar.getByRole("link", { name: /2026/ })).toBeVisible();

  await admin.inbox.open("Where is my parcel?");
  await page.getByRole("button", { name: words.move }).click();
  await page.getByPlaceholder(words.find).fill("2026");
  await expect(page.getByRole("option", { name: /2026/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect.poll(() => supportMailbox.count("Parcels &- more/2026")).toBe(1);
  await sidebar.getByRole("link", { name: /2026/ }).click();
  await expect(admin.inbox.conversation("Where is my parcel?")).toBeVisible();

  await sidebar.getByRole("button", { name: words.menuLabel("Parcels & more") }).click();
  await page.getByRole("menuitem", { name: words.edit }).click();
  await dialog.getByLabel(words.name).fill("Post");
  await dialog.getByRole("button", { name: strings.common.save }).click();
  await expect(sidebar.getByRole("link", { name: /^Post\b/ })).toBeVisible();
  await expect.poll(() => supportMailbox.count("Post/2026")).toBe(1);

  await sidebar.getByRole("button", { name: words.menuLabel("Post") }).click();
  await page.getByRole("menuitem", { name: words.remove }).click();
  await expect(dialog).toContainText(words.removeHolds("Post", words.mailCount(1, "1"), words.folderCount(1)));
  await dialog.getByRole("button", { name: words.removeAction }).click();
  await expect(sidebar.getByRole("link", { name: /^Post\b/ })).toBeHidden();
  await expect.poll(() => supportMailbox.count("Trash")).toBe(1);
});

test("a move to a folder is taken back", async ({ admin, mailServer, supportMailbox }) => {
  await mailServer.deliver({ from: maria, to: support, subject: "Keep me" });
  await admin.inbox.goTo();
  await admin.inbox.open("Keep me");
  await admin.page.keyboard.press("v");
  await admin.page.getByPlaceholder(words.find).fill("Archive");
  await expect(admin.page.getByRole("option", { name: "Archive" })).toBeVisible();
  await admin.page.keyboard.press("Enter");
  await expect.poll(() => supportMailbox.count("Archive")).toBe(1);
  await admin.inbox.toasts.getByRole("button", { name: strings.common.undo }).click();
  await expect.poll(() => supportMailbox.count("INBOX")).toBe(1);
});
