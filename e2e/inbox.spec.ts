import { expect, test } from "./fixtures.ts";
import { maria } from "./support/people.ts";

test("a delivered mail appears in two browsers without a reload", async ({ admin, colleague, supportMailbox }) => {
  await admin.inbox.goTo();
  await colleague.inbox.goTo();
  await supportMailbox.receive({ from: maria, subject: "Printer on fire", text: "Please advise." });
  for (const { inbox } of [admin, colleague]) {
    await expect(inbox.conversation("Printer on fire")).toContainText(maria.name);
    await expect(inbox.unseenMark("Printer on fire")).toBeVisible();
  }
  await expect(admin.page).toHaveTitle(/^\(1\) Inbox/);
});

test("reading a mail marks it as seen on its server, and for the other agent", async ({
  admin,
  colleague,
  supportMailbox,
}) => {
  await supportMailbox.receive({ from: maria, subject: "A question" });
  await colleague.inbox.goTo();
  await admin.inbox.goTo();
  await expect(colleague.inbox.unseenMark("A question")).toBeVisible();
  expect(await supportMailbox.flagsOf("A question")).toEqual([]);
  await admin.inbox.open("A question");
  await expect.poll(() => supportMailbox.flagsOf("A question")).toEqual(["\\Seen"]);
  await expect(colleague.inbox.unseenMark("A question")).toBeHidden();
});

test("what another mail program flags and reads is shown", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Look at this" });
  await admin.inbox.goTo();
  await expect(admin.inbox.unseenMark("Look at this")).toBeVisible();
  await supportMailbox.store("Look at this", "+FLAGS (\\Flagged \\Seen)");
  await expect(admin.inbox.flag("Look at this")).toBeVisible();
  await expect(admin.inbox.unseenMark("Look at this")).toBeHidden();
  await supportMailbox.store("Look at this", "-FLAGS (\\Flagged)");
  await expect(admin.inbox.flag("Look at this")).toBeHidden();
});

test("archiving is true on the server, and so is taking it back", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Keep this" });
  await admin.inbox.goTo();
  await admin.inbox.open("Keep this");
  await admin.conversation.archive();
  await expect(admin.inbox.conversation("Keep this")).toBeHidden();
  await expect.poll(() => supportMailbox.has("Keep this", "Archive")).toBe(true);
  await expect.poll(() => supportMailbox.has("Keep this")).toBe(false);
  await admin.inbox.undo();
  await expect(admin.inbox.conversation("Keep this")).toBeVisible();
  await expect.poll(() => supportMailbox.has("Keep this")).toBe(true);
  await expect.poll(() => supportMailbox.count("Archive")).toBe(0);
});

test("throwing away is true on the server, and so is taking it back", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Throw this away" });
  await admin.inbox.goTo();
  await admin.inbox.open("Throw this away");
  await admin.conversation.trash();
  await expect(admin.inbox.conversation("Throw this away")).toBeHidden();
  await expect.poll(() => supportMailbox.has("Throw this away", "Trash")).toBe(true);
  await expect.poll(() => supportMailbox.count()).toBe(0);
  await admin.inbox.show("trash");
  await expect(admin.inbox.conversation("Throw this away")).toBeVisible();
  await admin.inbox.undo();
  await expect.poll(() => supportMailbox.has("Throw this away")).toBe(true);
  await expect.poll(() => supportMailbox.count("Trash")).toBe(0);
});

test("who takes and who closes a conversation is seen by the other agent", async ({
  admin,
  colleague,
  supportMailbox,
}) => {
  await supportMailbox.receive({ from: maria, subject: "Who does this?" });
  await admin.inbox.goTo();
  await colleague.inbox.goTo();
  await colleague.inbox.open("Who does this?");
  await admin.inbox.open("Who does this?");
  await admin.conversation.assign(colleague.person);
  await expect(colleague.inbox.assignee("Who does this?", colleague.person)).toBeVisible();
  await expect(colleague.conversation.assignee).toContainText("Tom");
  await expect(colleague.conversation.region).toContainText("Ada Kern assigned this to Tom Sand");
  await admin.conversation.close();
  await expect(colleague.conversation.status).toContainText("Closed");
  await expect(colleague.inbox.conversation("Who does this?")).toBeHidden();
  await colleague.inbox.show("closed");
  await expect(colleague.inbox.conversation("Who does this?")).toBeVisible();
});

test("a reload, Back and a link lead to the same view", async ({ admin, colleague, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "About a kettle" });
  await supportMailbox.receive({ from: maria, subject: "About a teapot" });
  await admin.inbox.goTo();
  await admin.inbox.find("kettle");
  await expect(admin.inbox.conversations).toHaveCount(1);
  await admin.inbox.open("About a kettle");
  const address = admin.page.url();

  await admin.page.reload();
  await expect(admin.conversation.subject).toHaveText("About a kettle");
  await expect(admin.inbox.search).toHaveValue("kettle");
  await expect(admin.inbox.conversations).toHaveCount(1);

  await admin.page.goBack();
  await expect(admin.page.getByText("No conversation open")).toBeVisible();
  await expect(admin.inbox.conversations).toHaveCount(1);
  await admin.page.goBack();
  await expect(admin.inbox.title).toHaveText("Inbox");
  await expect(admin.inbox.conversations).toHaveCount(2);

  await colleague.page.goto(address);
  await expect(colleague.conversation.subject).toHaveText("About a kettle");
  await expect(colleague.inbox.conversations).toHaveCount(1);
});

test("a link to a conversation far down shows where in the list it lies", async ({ admin, supportMailbox }) => {
  const { page, inbox } = admin;
  await page.setViewportSize({ width: 1440, height: 450 });
  for (let at = 1; at <= 12; at += 1)
    await supportMailbox.receive({ from: maria, subject: `Question ${at}.`, text: "Is it ready?" });
  await inbox.goTo();
  await expect(inbox.conversations.first()).toContainText("Question 12.");
  const link = inbox.conversation("Question 1.");
  await expect(link).toBeAttached();
  await expect(link).not.toBeInViewport();
  await page.goto(String(await link.getByRole("link").getAttribute("href")));
  await expect(inbox.conversation("Question 1.")).toBeInViewport({ ratio: 1 });
});
