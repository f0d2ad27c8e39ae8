import { Tag } from "#lib/contracts/conversation";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { KeyboardAgent } from "./pages/keyboard-agent.ts";
import type { Mailbox } from "./support/mailbox.ts";
import { maria } from "./support/people.ts";

test("a morning's triage needs no mouse", async ({ admin, supportMailbox }) => {
  await receiveInOrder(supportMailbox, ["First", "Second", "Third", "Fourth"]);
  const { page, inbox, conversation } = admin;
  const press = (key: string) => page.keyboard.press(key);
  await inbox.goTo();
  await expect(inbox.conversations).toHaveCount(4);

  // Newest first: down to the second row, up again, and open it.
  await press("j");
  await expect(inbox.conversation("Fourth").getByRole("link")).toBeFocused();
  await press("j");
  await expect(inbox.conversation("Third").getByRole("link")).toBeFocused();
  await press("k");
  await press("Enter");
  await expect(conversation.subject).toHaveText("Fourth");

  // Close it: the next one is open at once.
  await press("e");
  await expect(inbox.conversation("Fourth")).toBeHidden();
  await expect(conversation.subject).toHaveText("Third");

  await press("s");
  await expect(inbox.flag("Third")).toBeVisible();
  await expect.poll(() => supportMailbox.flagsOf("Third")).toContain("\\Flagged");

  await press("u");
  await expect(page.getByText("No conversation open")).toBeVisible();
  await expect(inbox.conversation("Third").getByRole("link")).toBeFocused();

  await press("#");
  await expect(inbox.conversation("Third")).toBeHidden();
  await expect.poll(() => supportMailbox.has("Third", "Trash")).toBe(true);
  await press("z");
  await expect(inbox.conversation("Third")).toBeVisible();
  await expect.poll(() => supportMailbox.has("Third")).toBe(true);
});

test("several are chosen and closed by keys alone", async ({ admin, supportMailbox }) => {
  await receiveInOrder(supportMailbox, ["One", "Two", "Three"]);
  const { page, inbox } = admin;
  await inbox.goTo();
  await expect(inbox.conversations).toHaveCount(3);
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("e");
  await expect(inbox.conversations).toHaveCount(1);
  await expect(inbox.conversation("One")).toBeVisible();
  await page.keyboard.press("z");
  await expect(inbox.conversations).toHaveCount(3);
});

test("every key is on the sheet, and keys typed into a field do nothing else", async ({ admin, supportMailbox }) => {
  await supportMailbox.receive({ from: maria, subject: "Stays where it is" });
  const { page, inbox } = admin;
  await inbox.goTo();
  await expect(inbox.conversation("Stays where it is")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Move to trash");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(inbox.conversation("Stays where it is").getByRole("link")).toBeFocused();

  await page.keyboard.press("/");
  await expect(inbox.search).toBeFocused();
  await page.keyboard.type("e#jx");
  await expect(inbox.search).toHaveValue("e#jx");
  // All that it did was to be searched for.
  await expect(page).toHaveURL(`/inbox/all?q=${encodeURIComponent("e#jx")}`);
  await expect(inbox.conversations).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(inbox.search).not.toBeFocused();

  for (const key of ["g", "i"]) await page.keyboard.press(key);
  await expect(inbox.title).toHaveText("Inbox");
  await expect(inbox.conversation("Stays where it is")).toBeVisible();
  expect(await supportMailbox.has("Stays where it is")).toBe(true);
  for (const key of ["g", "s"]) await page.keyboard.press(key);
  await expect(inbox.title).toHaveText("Sent");
});

test("the palette finds single agents, tags and folders by name", async ({ admin, colleague, supportMailbox }) => {
  await admin.ask("POST", "/api/tags", Tag, { name: "Refund", color: 2 });
  await receiveInOrder(supportMailbox, ["Lower", "Upper"]);
  const { page, inbox } = admin;
  const agent = new KeyboardAgent(page);
  // Nothing is loaded ahead, and the palette's code is slow to come.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await inbox.goTo();
  await expect(inbox.conversations).toHaveCount(2);
  await page.keyboard.press("j");
  const scripts = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tom");
  await expect(page.getByRole("textbox", { name: strings.command.palette })).toHaveValue("tom");
  scripts.resolve();
  await expect(agent.chosen).toContainText(strings.command.assignTo(colleague.person.name));
  await expect(agent.finder).toBeFocused();
  await agent.press("Enter");
  await expect(inbox.conversation("Upper").getByRole("link")).toBeFocused();
  await expect(inbox.assignee("Upper", colleague.person)).toBeVisible();
  await agent.command("tag refund", strings.command.tagWith("Refund"));
  await expect(inbox.conversation("Upper")).toContainText("Refund");
  await expect(inbox.conversation("Lower")).not.toContainText("Refund");
  await agent.command("go refund", strings.command.goTo("Refund"));
  await expect(inbox.title).toHaveText("Refund");
  await expect(inbox.conversations).toHaveCount(1);
});

test("a menu that a key opened and Escape closed leaves nothing selected and the focus on its row", async ({
  admin,
  supportMailbox,
}) => {
  await receiveInOrder(supportMailbox, ["Lower", "Upper"]);
  const { page, inbox } = admin;
  const agent = new KeyboardAgent(page);
  await inbox.goTo();
  await expect(inbox.conversations).toHaveCount(2);
  await page.keyboard.press("j");
  for (const key of ["h", "t", "Shift+A", "v"]) {
    await agent.press(key);
    await expect(agent.finder).toBeFocused();
    await agent.press("Escape");
    await expect(agent.finder).toBeHidden();
    await expect(inbox.conversation("Upper").getByRole("link")).toBeFocused();
    await expect(page.getByText("1 selected")).toBeHidden();
  }
  await agent.press("j", "e");
  await expect(inbox.conversation("Lower")).toBeHidden();
  await expect(inbox.conversation("Upper")).toBeVisible();
});

/** A minute apart, the last one just now: the list shows them newest first. */
async function receiveInOrder(mailbox: Mailbox, subjects: string[]): Promise<void> {
  for (const [index, subject] of subjects.entries()) {
    const receivedAt = new Date(Date.now() - (subjects.length - 1 - index) * 60_000);
    await mailbox.receive({ from: maria, subject, receivedAt });
  }
}
