import type { Page, Route } from "@playwright/test";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { InboxPage } from "./pages/inbox-page.ts";
import { maria, support } from "./support/people.ts";

const words = strings.composer;

test("a draft begun in another mail program is continued here, sent, and gone there", async ({
  admin,
  supportMailbox,
  customer,
}) => {
  await supportMailbox.keepDraft({ from: support, to: maria, subject: "Begun elsewhere", text: "Dear Maria," });
  await admin.inbox.goTo("drafts");
  await admin.inbox.open("Begun elsewhere");
  await admin.page.getByRole("button", { name: words.continueDraft }).click();
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

test("two windows on one draft do not overwrite one another", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Twice" });
  await admin.inbox.goTo();
  await admin.inbox.open("Twice");
  await admin.composer.reply("Mine.");
  await expect(admin.composer.draftMark).toBeVisible();
  const other = await admin.page.context().newPage();
  await other.goto(admin.page.url());
  const otherText = other.getByRole("textbox", { name: words.text, exact: true });
  await expect(otherText).toContainText("Mine.");
  await otherText.press("Control+End");
  await otherText.pressSequentially(" Theirs.");
  await expect(other.getByText(/^Saved \d/)).toBeVisible();
  await expect(admin.page.getByText(words.conflict.title)).toBeVisible();
  await admin.page.getByRole("button", { name: words.conflict.theirs }).click();
  await expect(admin.composer.text).toContainText("Mine. Theirs.");
  // Where nobody has touched it there is nothing to be asked.
  await other.reload();
  await expect(otherText).toContainText("Theirs.");
  await admin.composer.write(" Both.");
  await expect(otherText).toContainText("Mine. Theirs. Both.");
  await expect(other.getByText(words.conflict.title)).toBeHidden();
  await other.close();
});

test("a colleague sees that somebody is writing, and what", async ({ admin, colleague, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Who answers?" });
  for (const { inbox } of [admin, colleague]) {
    await inbox.goTo();
    await inbox.open("Who answers?");
  }
  await admin.composer.reply("I do, and");
  await colleague.page.getByText(words.isWriting(admin.person.name)).click();
  await expect(colleague.conversation.region).toContainText("I do, and");
  await admin.composer.write(" at once.");
  await expect(colleague.conversation.region).toContainText("I do, and at once.");
  await admin.page.getByRole("button", { name: words.discard }).click();
  await expect(colleague.conversation.region).not.toContainText("I do, and at once.");
});

test("a new mail can be minimised, closed, gone on with, discarded and had back", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Hello" });
  await admin.inbox.goTo();
  await admin.composer.begin({ to: maria, subject: "Spring sale" });
  await admin.composer.write("Soon.");
  await admin.page.getByRole("button", { name: words.minimise }).click();
  await admin.page.getByRole("button", { name: words.restore("Spring sale") }).click();
  const dialog = admin.page.getByRole("dialog", { name: words.kinds.new });
  await expect(admin.composer.text).toContainText("Soon.");
  await admin.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await admin.page.keyboard.press("c");
  await expect(admin.composer.text).toHaveText("");
  await dialog.getByRole("button", { name: "Spring sale" }).click();
  await expect(admin.composer.text).toContainText("Soon.");
  await dialog.getByRole("button", { name: words.discard }).click();
  await expect(dialog).toBeHidden();
  await admin.inbox.undo();
  await expect(admin.composer.text).toContainText("Soon.");
});

test("a tab that is closed in the middle of a word has lost none of it", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Slowly" });
  await admin.inbox.goTo();
  await admin.inbox.open("Slowly");
  await admin.composer.reply("Half a senten");
  const { context } = admin;
  const url = admin.page.url();
  await admin.page.close();
  const next = await context.newPage();
  await next.goto(url);
  const text = next.getByRole("textbox", { name: words.text, exact: true });
  await next
    .getByRole("button", { name: /^Reply to / })
    .or(text)
    .first()
    .click();
  await expect(text).toContainText("Half a senten");
  // Whoever only looks at it keeps their keys.
  await expect(next.getByText(/^Saved \d/)).toBeVisible();
  await next.reload();
  await expect(text).toContainText("Half a senten");
  await expect(text).not.toBeFocused();
});

test("tabs without a network keep their mails apart, and a send whose answer is lost goes once", async ({
  admin,
  supportMailbox,
}) => {
  await supportMailbox.receive({ from: maria, subject: "Are you there?" });
  const { context, page, composer, inbox } = admin;
  const isNewDraft = (route: Route) => (route.request().method() === "POST" ? route.abort() : route.continue());
  const mail = (tab: Page) => tab.getByRole("dialog", { name: words.kinds.new });
  const subject = (tab: Page) => mail(tab).getByLabel(words.subject);
  await inbox.goTo();
  await context.route("**/api/drafts", isNewDraft);
  await page.keyboard.press("c");
  await expect(mail(page).getByText(words.placeholderMail), "an empty mail says so").toBeVisible();
  await mail(page).getByLabel(words.to, { exact: true }).fill(maria.address);
  await subject(page).fill("From the first tab");
  await composer.write("Once, please.");
  await expect(mail(page).getByText(words.placeholderMail)).toHaveCount(0);
  await expect(page.getByText(words.notSaved)).toBeVisible();

  const second = await context.newPage();
  await new InboxPage(second).goTo();
  await second.keyboard.press("c");
  await expect(subject(second), "the first tab's is its own").toHaveValue("");
  await subject(second).fill("From the second tab");
  await expect(second.getByText(words.notSaved)).toBeVisible();
  await second.close();
  const third = await context.newPage();
  await new InboxPage(third).goTo();
  await third.keyboard.press("c");
  await expect(subject(third), "a closed tab's is there to go on with").toHaveValue("From the second tab");
  await third.close();

  await composer.send();
  await expect(page.getByRole("alert")).toContainText(words.unreached.title);
  await expect(composer.text, "it can be written on").toBeEditable();
  await context.unroute("**/api/drafts", isNewDraft);
  await page.route(
    "**/api/conversations",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await page.getByRole("button", { name: words.unreached.again }).click();
  await page.getByRole("button", { name: words.unreached.again }).click();
  await expect(mail(page)).toBeHidden();
  const sent = await page.request.get("/api/conversations?view=all");
  expect((await sent.text()).match(/"subject":"From the first tab"/g)).toHaveLength(1);
});
