import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { maria } from "./support/people.ts";

test("what lies in Trash is deleted for good, unless that is taken back in time", async ({ admin, supportMailbox }) => {
  for (const subject of ["Keep me", "Forget me"]) await supportMailbox.receive({ from: maria, subject }, "Trash");
  await admin.inbox.goTo("trash");
  const deleteForGood = async (subject: string) => {
    await admin.inbox.open(subject);
    await admin.page.getByRole("button", { name: strings.conversation.moreActions }).first().click();
    await admin.page.getByRole("menuitem", { name: strings.conversation.deleteForGood }).click();
    await expect(admin.inbox.conversation(subject)).toHaveCount(0);
  };
  await deleteForGood("Keep me");
  await admin.inbox.undo();
  await expect(admin.inbox.conversation("Keep me")).toHaveCount(1);
  await deleteForGood("Forget me");
  await expect.poll(() => supportMailbox.has("Forget me", "Trash"), { timeout: 30_000 }).toBe(false);
  expect(await supportMailbox.has("Keep me", "Trash")).toBe(true);
  await admin.page.reload();
  await expect(admin.inbox.conversation("Keep me")).toHaveCount(1);
  await expect(admin.inbox.conversation("Forget me")).toHaveCount(0);
});
