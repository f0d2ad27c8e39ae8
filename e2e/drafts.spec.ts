import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { maria, support } from "./support/people.ts";

test("a draft begun in another mail program is continued here, sent, and gone there", async ({
  admin,
  supportMailbox,
  customer,
}) => {
  await supportMailbox.keepDraft({ from: support, to: maria, subject: "Begun elsewhere", text: "Dear Maria," });
  await admin.inbox.goTo("drafts");
  await admin.inbox.open("Begun elsewhere");
  await admin.page.getByRole("button", { name: strings.composer.continueDraft }).click();
  await expect(admin.composer.text).toContainText("Dear Maria,");
  await admin.composer.write(" here is the rest.");
  // One copy follows the other.
  await expect
    .poll(async () => (await supportMailbox.read("Drafts")).map(({ text }) => text ?? ""), { timeout: 40_000 })
    .toEqual([expect.stringContaining("here is the rest.")]);
  // Copies come and go under their writer's hands, and take neither focus nor caret.
  await admin.page.keyboard.type(" That is all.");
  await admin.composer.send();
  await expect.poll(() => customer.count(), { timeout: 40_000 }).toBe(1);
  const [mail] = await customer.read();
  expect(mail).toMatchObject({ from: support, to: [maria], subject: "Begun elsewhere" });
  expect(mail?.text).toContain("Dear Maria, here is the rest. That is all.");
  await expect.poll(() => supportMailbox.count("Drafts"), { timeout: 30_000 }).toBe(0);
  await expect.poll(() => supportMailbox.count("Sent")).toBe(1);
  await admin.inbox.goTo("drafts");
  await expect(admin.inbox.conversation("Begun elsewhere")).toHaveCount(0);
});
