import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import type { Desk } from "./support/desk.ts";
import { holdScripts } from "./support/hold-scripts.ts";
import type { Mailbox } from "./support/mailbox.ts";
import { maria } from "./support/people.ts";

test("keys pressed before the page's scripts have come are done once they have, once and in their order", async ({
  admin,
  supportMailbox,
}) => {
  await receiveFour(admin, supportMailbox);
  const { page, inbox, conversation, composer } = admin;
  await pressCold(admin, ["j", "j", "x", "j", "x"]);
  await expect(page.getByText("2 selected")).toBeVisible();
  await expect(inbox.conversation("Second").getByRole("link")).toBeFocused();
  // On from there with a key that the page hears itself.
  await page.keyboard.press("e");
  await expect(inbox.conversations).toHaveCount(2);
  await expect(inbox.conversation("Fourth")).toBeVisible();
  await expect(inbox.conversation("First")).toBeVisible();

  // The answer's key waits for the conversation.
  await pressCold(admin, ["j", "Enter", "r"]);
  await expect(conversation.subject).toHaveText("Fourth");
  await expect(composer.text).toBeFocused();

  // What is open is closed once: the next one stays.
  await inbox.goTo();
  await inbox.open("Fourth");
  await pressCold(admin, ["s", "e"]);
  await expect(conversation.subject).toHaveText("First");
  await expect(inbox.conversations).toHaveCount(1);
  await expect.poll(() => supportMailbox.flagsOf("Fourth")).toContain("\\Flagged");
  expect(await supportMailbox.flagsOf("First")).not.toContain("\\Flagged");

  // The list of another view is waited for.
  await inbox.goTo();
  await pressCold(admin, ["g", "a", "j", "j", "x"]);
  // Not the title: the bar of what is selected stands in its place.
  await expect(page).toHaveURL(/\/inbox\/all$/);
  await expect(inbox.conversation("Third").getByRole("link")).toBeFocused();
  await expect(page.getByText("1 selected")).toBeVisible();

  await inbox.goTo();
  await pressCold(admin, ["Control+k"]);
  await expect(page.getByRole("dialog", { name: strings.command.palette })).toBeVisible();
});

test("what is typed before the scripts have come is text, and no key is done in its place", async ({
  admin,
  supportMailbox,
}) => {
  await receiveFour(admin, supportMailbox);
  const { page, inbox } = admin;
  await pressCold(admin, ["j", "x"], async () => {
    await inbox.search.focus();
    await page.keyboard.type("Third e#x");
  });
  await expect(inbox.search).toHaveValue("Third e#x");
  await expectNothingSelected(admin);

  await inbox.goTo();
  await pressCold(admin, ["/", "T", "h", "i", "r", "d"]);
  await expect(inbox.search).toBeFocused();
  await expect(inbox.search).toHaveValue("Third");
  await expect(inbox.conversations).toHaveCount(1);

  await inbox.goTo();
  // What follows a key that opens something was meant for that.
  await pressCold(admin, ["j", "?", "x", "e"]);
  const sheet = page.getByRole("dialog", { name: strings.command.sheetTitle });
  await expect(sheet).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(inbox.conversation("Fourth").getByRole("link")).toBeFocused();
  await expectNothingSelected(admin);
  await expect(inbox.conversations).toHaveCount(4);
});

test("keys are forgotten when their agent turns to something else, or has waited too long", async ({
  admin,
  supportMailbox,
}) => {
  await receiveFour(admin, supportMailbox);
  const { page, inbox } = admin;
  const ends = [
    () => page.mouse.click(700, 5),
    () => page.keyboard.press("Escape"),
    () => page.keyboard.type("jjjjjjjjjjjjjjjjjjjjx"),
    // By the clock of the page, from its last key on.
    async () => {
      const pressedAt = await page.evaluate(() => performance.now());
      await page.waitForFunction((from) => performance.now() - from > 5000, pressedAt);
    },
  ];
  for (const end of ends) {
    await inbox.goTo();
    await pressCold(admin, ["j", "x"], end);
    await expectNothingSelected(admin);
    // The next key finds a page that has only just come.
    await page.keyboard.press("j");
    await expect(inbox.conversation("Fourth").getByRole("link")).toBeFocused();
    await expectNothingSelected(admin);
  }
});

/** Loads the inbox, or its conversation that is open, and presses the keys while the page has none of its scripts. */
async function pressCold({ page, inbox }: Desk, keys: string[], then?: () => Promise<unknown>): Promise<void> {
  const sendScripts = await holdScripts(page, "any");
  await page.reload({ waitUntil: "commit" });
  await expect(inbox.conversations.first()).toBeVisible();
  for (const key of keys) await page.keyboard.press(key);
  await then?.();
  await sendScripts();
}

async function expectNothingSelected({ page, inbox }: Desk): Promise<void> {
  await expect(inbox.sidebar.getByText(strings.live.states.live).filter({ visible: true })).toBeVisible();
  await expect(page.getByText("1 selected")).toBeHidden();
}

/** “Fourth” is the newest, at the top of the list. */
async function receiveFour({ inbox }: Desk, mailbox: Mailbox): Promise<void> {
  for (const [at, subject] of ["First", "Second", "Third", "Fourth"].entries())
    await mailbox.receive({ from: maria, subject, receivedAt: new Date(Date.now() - (3 - at) * 60_000) });
  await inbox.goTo();
  await expect(inbox.conversations).toHaveCount(4);
}
