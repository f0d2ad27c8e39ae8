import { Tag } from "#lib/contracts/conversation";
import { en as strings } from "#lib/strings/en";
import { expect, test } from "./fixtures.ts";
import { KeyboardAgent } from "./pages/keyboard-agent.ts";
import type { Mailbox } from "./support/mailbox.ts";
import { sales, support, tom } from "./support/people.ts";
import { sixtyMails, type Case, type Decision } from "./support/triage-mails.ts";

test.setTimeout(180_000);

test("an hour's triage of sixty mails needs only keys, and the servers hold what was decided", async ({
  admin,
  hire,
  mailServer,
  connect,
}) => {
  const cases = sixtyMails(new Date(Date.now() - 3 * 3_600_000));
  const boxes = [mailServer.mailbox(support), mailServer.mailbox(sales)];
  const letters = cases.flatMap((each) => each.letters);
  expect(letters).toHaveLength(60);
  for (const letter of letters)
    for (const box of boxes)
      if ([letter.to].flat().some(({ address }) => address === box.person.address)) await box.receive(letter);
  await mailServer.mailbox(sales).makeFolder("Invoices");
  await connect(support);
  await connect(sales);
  await hire(tom);
  await admin.ask("POST", "/api/tags", Tag, { name: "Refund", color: 2 });

  const { page, inbox } = admin;
  const agent = new KeyboardAgent(page);
  await inbox.goTo();
  await page.keyboard.press("j");
  await agent.press("?");
  await expect(page.getByRole("dialog", { name: strings.command.sheetTitle })).toBeVisible();
  await agent.press("Escape", "g", "u");
  await expect(inbox.title).toHaveText(strings.inbox.views.unassigned);
  await expect(inbox.conversations.first()).toBeVisible();
  await page.keyboard.press("j");

  const left = new Set(cases);
  while (left.size > 0) {
    const text = await agent.focusedRow();
    const found = [...left].find(({ subject }) => text.split("\n").some((line) => line.startsWith(subject)));
    if (!found) throw new Error(`“${text}” was decided about already.`);
    for (const done of await decide(agent, found, cases)) left.delete(done);
  }
  await expect(inbox.conversations).toHaveCount(0);
  await expect(page.getByText(strings.inbox.empty.unassigned.title)).toBeVisible();

  await agent.press("/");
  await page.keyboard.type("nightly report");
  await agent.press("Enter");
  await expect(agent.row("Nightly report")).toBeVisible();
  await agent.press("j");
  await agent.open("Enter", "Nightly report");
  await agent.press("u");
  expect(await agent.focusedRow()).toContain("Nightly report");

  await expect.poll(() => placesOf(boxes), { timeout: 60_000 }).toEqual(expectedPlaces(cases));
});

/** Does what was decided; @returns all that is decided by it */
async function decide(agent: KeyboardAgent, found: Case, cases: Case[]): Promise<Case[]> {
  const { subject, decision } = found;
  const group = cases.filter((each) => each.group !== undefined && each.group === found.group);
  if (group.length > 1) {
    await agent.press("x", ...group.slice(1).map(() => "Shift+j"));
    await steps[decision](agent, subject);
    return group;
  }
  await steps[decision](agent, subject);
  return [found];
}

const steps: Record<Decision, (agent: KeyboardAgent, subject: string) => Promise<void>> = {
  answer: async (agent, subject) => {
    await agent.open("Enter", subject);
    await agent.answer("You will hear from us today.", "Control+Enter");
    await agent.press("u", "e");
  },
  "answer and close": async (agent, subject) => {
    await agent.open("o", subject);
    await agent.answer("A new one is on its way.", "Control+Shift+Enter");
    await expect(agent.row(subject)).toBeHidden();
    await agent.press("u", "j");
  },
  close: (agent) => agent.press("e"),
  archive: (agent) => agent.press("y"),
  spam: (agent) => agent.press("!"),
  trash: async (agent, subject) => {
    await agent.press("#");
    await expect(agent.row(subject)).toBeHidden();
    if (subject !== "Mailbox full") return;
    // Taken back, and thrown away after all.
    await agent.press("z");
    await expect(agent.row(subject)).toBeVisible();
    await agent.press("k");
    expect(await agent.focusedRow()).toContain(subject);
    await agent.press("#");
  },
  // A folder of the team's own is a place of work: what lies there is open until it is closed.
  file: async (agent) => {
    await agent.choose("v", "Invoi", "Invoices");
    await agent.press("e");
  },
  snooze: (agent) => agent.choose("h", "", /./),
  wait: (agent) => agent.press("w"),
  give: (agent) => agent.choose("Shift+A", "tom", tom.name),
  take: async (agent, subject) => {
    await agent.press("s");
    const isUrgent = subject.startsWith("Urgent");
    await (isUrgent
      ? agent.command("assign to me", strings.command.commands["conversation.assignToMe"])
      : agent.press("m"));
  },
  tag: async (agent) => {
    await agent.choose("t", "ref", "Refund");
    await agent.press("Escape", "m");
  },
};

const folders: Partial<Record<Decision, string>> = {
  archive: "Archive",
  spam: "Junk",
  trash: "Trash",
  file: "Invoices",
};

/** Every mail on the servers, one line each. */
async function placesOf(boxes: Mailbox[]): Promise<string[]> {
  const lines: string[] = [];
  for (const box of boxes)
    for (const folder of [
      "INBOX",
      "Archive",
      "Junk",
      "Trash",
      "Sent",
      "Drafts",
      ...(box.person === sales ? ["Invoices"] : []),
    ])
      for (const { subject, flags } of await box.subjects(folder))
        lines.push(`${box.person.name} ${folder} ${subject} ${[...flags].sort().join(" ")}`.trim());
  return lines.sort();
}

function expectedPlaces(cases: Case[]): string[] {
  return cases
    .flatMap(({ decision, subject, letters }) => {
      const isAnswered = decision.startsWith("answer");
      const lines = letters.flatMap((letter) =>
        [letter.to].flat().map(({ name }) => {
          const flags = [
            ...(isAnswered && letter === letters.at(-1) ? ["\\Answered"] : []),
            ...(decision === "take" ? ["\\Flagged"] : []),
            ...(isAnswered ? ["\\Seen"] : []),
          ];
          return [name, folders[decision] ?? "INBOX", letter.subject, ...flags].join(" ");
        }),
      );
      const name = [letters[0]?.to ?? []].flat()[0]?.name ?? "";
      return isAnswered ? [...lines, `${name} Sent Re: ${subject} \\Seen`] : lines;
    })
    .sort();
}
