import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { foldersOf, updateFolder } from "#db/queries/sync/folders";
import { conversations, messages, operations, placements } from "#db/schema/index";
import { store } from "#server/store";
import { useFreshStore } from "#server/testing/fresh-store";
import { until } from "#server/testing/run-sync";
import { folderNamed, headersAsked, plainMail, shownIn, useScriptedSync } from "#server/testing/scripted-sync";

useFreshStore();
const scripted = useScriptedSync();

/** Nothing is found by looking: only what the server tells by itself. */
const unpolled = { pollMs: 600_000, unwatchedInboxMs: 600_000 };

describe("folders", () => {
  it("that another client renames keep their mail, their number and the role they were given", async () => {
    const { server, mailbox, start } = await scripted(3);
    for (let id = 1; id <= 30; id += 1) mailbox.deliver(plainMail(`p${id}`), "Projects");
    const sync = await start();
    await sync.settled();
    const before = await folderNamed("Projects");
    await store().write((tx) => updateFolder(tx, before.id, { role: "archive", roleSource: "user" }));
    const askedBefore = server.requests.flatMap(headersAsked).length;
    mailbox.rename("Projects", "Old projects");
    await sync.settled();
    expect(await folderNamed("Old projects")).toMatchObject({
      id: before.id,
      role: "archive",
      roleSource: "user",
      name: "Old projects",
    });
    expect(await shownIn("Old projects")).toHaveLength(30);
    expect(server.requests.flatMap(headersAsked)).toHaveLength(askedBefore);
  });

  it("keep their roles while mail is on its way, and are judged anew afterwards", async () => {
    const { mailbox, start } = await scripted(2);
    mailbox.delete("Archive");
    mailbox.create("Archives");
    const sync = await start();
    await sync.settled();
    expect(await folderNamed("Archives")).toMatchObject({ role: "archive", isPrimary: true });
    const [placement] = await store().read.select().from(placements);
    const wish = { accountId: 1, messageId: placement?.messageId, placementId: placement?.id, kind: "move" as const };
    const { id: toFolderId } = await folderNamed("Archives");
    const operation = { ...wish, payload: { kind: "move" as const, toFolderId }, priority: 1 };
    const at = new Date(Date.now() + 3_600_000);
    await store().write((tx) => tx.insert(operations).values({ ...operation, notBefore: at, createdAt: new Date() }));
    mailbox.create("Kept", { specialUse: "\\Archive" });
    await sync.settled();
    expect(await folderNamed("Archives")).toMatchObject({ isPrimary: true });
    expect(await folderNamed("Kept")).toMatchObject({ role: "archive", isPrimary: false });
    await store().write((tx) => tx.update(operations).set({ state: "cancelled" }));
    mailbox.create("Anything");
    await until(async () => (await folderNamed("Kept")).isPrimary);
    expect((await folderNamed("Archives")).isPrimary).toBe(false);
  });

  it("that are deleted take their mail out of sight, after a second list", async () => {
    const { mailbox, start } = await scripted(1);
    mailbox.deliver(plainMail("p"), "Projects");
    const sync = await start();
    await sync.settled();
    mailbox.delete("Projects");
    await until(async () => (await foldersOf(store().read, 1)).every((folder) => folder.path !== "Projects"));
    await sync.settled();
    expect(await store().read.$count(messages)).toBe(2);
  });

  it("that appear are brought whole, and mail that moved there is still the same", async () => {
    const { mailbox, start } = await scripted(5);
    const sync = await start();
    await sync.settled();
    const before = await shownIn("INBOX");
    mailbox.create("Later");
    mailbox.move("INBOX", [2, 4], "Later");
    await sync.settled();
    expect((await shownIn("Later")).map((row) => row.messageId)).toEqual([before[1]?.messageId, before[3]?.messageId]);
    expect(await store().read.$count(messages)).toBe(5);
    expect(await store().read.$count(conversations)).toBe(5);
  });

  it("that are deleted and made anew under the same name are read anew", async () => {
    const { mailbox, start } = await scripted(1);
    mailbox.deliver(plainMail("old"), "Projects");
    const sync = await start();
    await sync.settled();
    mailbox.delete("Projects");
    mailbox.deliver(plainMail("new"), "Projects");
    // Both have UID 1: only UIDVALIDITY tells them apart.
    await until(async () => (await shownIn("Projects")).some((row) => row.id === "new@customer.test"));
    await sync.settled();
    expect(await shownIn("Projects")).toHaveLength(1);
  });

  it("with a new UIDVALIDITY keep messages, conversations and what people made of them", async () => {
    const { mailbox, start } = await scripted(150);
    const sync = await start();
    await sync.settled();
    const before = await shownIn("INBOX");
    await store().write(async (tx) =>
      tx.update(conversations).set({ status: "closed", closedAt: new Date() }).where(eq(conversations.id, 7)),
    );
    mailbox.expunge("INBOX", [1, 2, 3]);
    mailbox.folder("INBOX").renumber();
    await sync.settled();
    const after = await shownIn("INBOX");
    expect(after.map((row) => row.uid)).toEqual(Array.from({ length: 147 }, (_, index) => index + 1));
    expect(after.map((row) => row.messageId)).toEqual(before.slice(3).map((row) => row.messageId));
    expect(await store().read.$count(messages)).toBe(150);
    expect(await store().read.$count(conversations, eq(conversations.status, "closed"))).toBe(1);
  });
});

describe("the watch connection", () => {
  it("brings new mail and other clients' changes in INBOX without waiting for the next look", async () => {
    const { mailbox, start } = await scripted(10);
    const sync = await start({ timing: unpolled });
    await sync.settled();
    mailbox.deliver(plainMail("new"));
    await until(async () => (await shownIn("INBOX")).length === 11);
    mailbox.setFlags("INBOX", [3], { add: ["\\Flagged"] });
    await sync.settled();
    mailbox.expunge("INBOX", [5]);
    await sync.settled();
    expect(await shownIn("INBOX")).toHaveLength(10);
  });

  it("is not needed: with no place for it mail comes all the same", async () => {
    const { server, mailbox, start } = await scripted(10);
    const hasCommand = () => server.connectionCount("help@team.test") > 0;
    server.setFaults(({ command, connection }) =>
      (command === "LOGIN" || command === "AUTHENTICATE") && hasCommand() && connection > 1
        ? { refuse: "NO [LIMIT] Too many connections." }
        : undefined,
    );
    const sync = await start({ timing: { ...unpolled, unwatchedInboxMs: 100 } });
    await until(async () =>
      (await foldersOf(store().read, 1)).some((folder) => folder.path === "INBOX" && folder.backfillDone),
    );
    mailbox.deliver(plainMail("new"));
    await until(async () => (await shownIn("INBOX")).length === 11);
    server.setFaults(null);
    await sync.settled();
  });
});
