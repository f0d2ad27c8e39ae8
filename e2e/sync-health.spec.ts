import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures.ts";
import { maria, support } from "./support/people.ts";
import { tamper } from "./support/tamper.ts";

const subjects = ["First question", "Second question", "Third question"];

test.describe("with three mails", () => {
  test.beforeEach(async ({ admin, supportMailbox }) => {
    for (const subject of subjects) await supportMailbox.receive({ from: maria, subject });
    await admin.inbox.goTo();
    await expect(admin.inbox.conversations).toHaveCount(subjects.length);
    await admin.health.goTo();
  });

  test("comparing proves that every UID and flag is equal", async ({ admin: { health } }) => {
    await expect(health.account(support.name)).toContainText("Live");
    await expect(health.folder("INBOX")).toContainText("3");
    await health.compare();
    await expect(health.result).toContainText("3 of 3 equal");
    await expect(health.folder("INBOX")).toContainText("3 of 3 equal");
    await health.page.reload();
    await expect(health.result).toContainText("3 of 3 equal");
    await health.fold(support.name);
    await expect(health.result).toHaveCount(0);
  });

  test("what differs is named and mended", async ({ app, admin: { health, inbox } }) => {
    tamper(app, "delete from placements where uid = 1");
    tamper(app, "update placements set flagged = 1 where uid = 2");
    await health.compare();
    await expect(health.result).toContainText("2 differed, mended; 3 of 3 equal");
    await health.showDifferences("INBOX");
    await expect(health.differences("INBOX")).toHaveText([
      "UID 2 has other flags: here \\Flagged, there none · mended",
      "UID 1 is on the server and not here · mended",
    ]);
    await inbox.goTo();
    await expect(inbox.conversations).toHaveCount(subjects.length);
  });

  test("a mail that was set aside can be saved as it is, and is read when it is tried again", async ({
    app,
    admin,
  }) => {
    const { health, inbox } = admin;
    tamper(app, "delete from placements where uid = 3");
    tamper(
      app,
      `insert into quarantine (folder_id, generation, uid, reason, attempt_count, next_attempt_at, created_at)
       select id, generation, 3, 'It could not be read.', 4, 32503680000000, 0 from folders where path = 'INBOX'`,
    );
    tamper(app, "update folders set quarantined_count = 1, stored_count = 2 where path = 'INBOX'");
    await health.goTo();
    await expect(health.aside).toContainText("It could not be read.");
    const saved = await health.saveSource("INBOX", 3);
    expect(saved.suggestedFilename()).toBe("unreadable-3.eml");
    expect(readFileSync(await saved.path(), "utf8")).toContain(`Subject: ${subjects[2]}`);
    await health.tryAgain("INBOX", 3);
    await expect(health.aside).toHaveCount(0);
    await inbox.goTo();
    await expect(inbox.conversation("Third question")).toBeVisible();
  });
});

test("admins are told of an account that has needed somebody for an hour, until they have noted it", async ({
  app,
  admin,
  colleague,
  connect,
  startMailServer,
}) => {
  const server = await startMailServer({ people: [support] });
  await connect(support, server);
  await server.changePassword(support, "a new mail password");
  await admin.health.goTo();
  await expect(admin.health.account(support.name)).toContainText("Needs attention");
  await expect(admin.health.account(support.name)).toContainText("password");
  await expect(admin.health.alert).toHaveCount(0);
  tamper(app, "update accounts set alerted_at = 1");
  for (const desk of [admin, colleague]) await desk.inbox.goTo();
  await expect(admin.health.alert).toContainText(`${support.name} has needed attention for over an hour.`);
  await expect(colleague.health.alert).toHaveCount(0);
  await admin.health.alert.getByRole("link").click();
  await expect(admin.health.account(support.name)).toContainText("Needs attention");
  await admin.health.alert.getByRole("button").click();
  await admin.inbox.goTo();
  await expect(admin.health.alert).toHaveCount(0);
});
