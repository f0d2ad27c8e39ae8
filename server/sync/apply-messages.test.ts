import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { folderById } from "#db/queries/sync/folders";
import { activities, changes, conversations, drafts, messages, notes, placements, sends } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { headerRow } from "#server/testing/header-row";
import { takeIn } from "#server/testing/take-in";

useFreshStore();

const all = {
  messages: () => store().read.select().from(messages).orderBy(asc(messages.id)),
  placements: () => store().read.select().from(placements).orderBy(asc(placements.id)),
  conversations: () => store().read.select().from(conversations).orderBy(asc(conversations.id)),
  activities: async () => (await store().read.select().from(activities)).map((row) => row.kind),
};
const set = (id: number, patch: Partial<typeof conversations.$inferInsert>) =>
  store().write(async (tx) => tx.update(conversations).set(patch).where(eq(conversations.id, id)));
const help = async () => build.account({ emailAddress: "help@team.test" });

describe("one mail", () => {
  it("is one message in one conversation, however many folders and accounts hold it", async () => {
    const [a, b] = [await help(), await build.account({ emailAddress: "sales@team.test", inboxId: 1 })];
    await takeIn((await build.folder({ accountId: a.id })).id, [headerRow({ uid: 1, id: "x@c.test" })]);
    await takeIn((await build.folder({ accountId: b.id })).id, [headerRow({ uid: 9, id: "x@c.test" })]);
    expect(await all.messages()).toHaveLength(1);
    expect((await all.placements()).map((row) => row.uid)).toEqual([1, 9]);
    expect(await all.conversations()).toHaveLength(1);
  });

  it("may lie twice in one folder", async () => {
    const folder = await build.folder({ role: "archive" });
    await takeIn(folder.id, [headerRow({ uid: 1, id: "x@c.test" }), headerRow({ uid: 2, id: "x@c.test" })]);
    expect(await all.messages()).toHaveLength(1);
    expect(await all.placements()).toHaveLength(2);
    expect(await folderById(store().read, folder.id)).toMatchObject({ storedCount: 2 });
  });

  it("is another one when only its Message-ID is the same", async () => {
    const folder = await build.folder();
    await takeIn(folder.id, [
      headerRow({ uid: 1, id: "x@c.test" }),
      headerRow({ uid: 2, id: "x@c.test", bodyBytes: 7 }),
    ]);
    expect(await all.messages()).toHaveLength(2);
  });

  it("is stored once when it is brought twice", async () => {
    const folder = await build.folder();
    const row = headerRow({ uid: 4, id: "x@c.test" });
    await takeIn(folder.id, [row]);
    await takeIn(folder.id, [{ ...row, flags: ["\\Seen"] }]);
    expect(await all.placements()).toMatchObject([{ uid: 4, seen: true }]);
    expect(await folderById(store().read, folder.id)).toMatchObject({ storedCount: 1 });
  });

  it("goes out when one of our addresses wrote it", async () => {
    const account = await help();
    const folder = await build.folder({ accountId: account.id });
    const own = headerRow({ uid: 2, id: "b@team.test", from: "Help <HELP@team.test>" });
    await takeIn(folder.id, [headerRow({ uid: 1, id: "a@c.test" }), own]);
    expect((await all.messages()).map((row) => row.direction)).toEqual(["in", "out"]);
  });
});

describe("the copy in Sent", () => {
  it("is the message that was queued, though the server has changed it on the way", async () => {
    const account = await help();
    const sent = await build.folder({ accountId: account.id, role: "sent" });
    const send = await build.send({ accountId: account.id, state: "sent", sentCopyState: "pending" });
    await takeIn(sent.id, [headerRow({ uid: 1, id: send.internetMessageId, from: "help@team.test", bodyBytes: 4321 })]);
    expect(await all.messages()).toHaveLength(1);
    expect(await all.placements()).toMatchObject([{ messageId: send.messageId, folderId: sent.id }]);
    expect(await store().read.select({ state: sends.sentCopyState }).from(sends)).toEqual([{ state: "stored" }]);
  });

  describe("that the provider gave another Message-ID", () => {
    /** As it left us, but for its Message-ID. */
    async function renamed(from: string) {
      const account = await help();
      const authorId = (await build.agent()).id;
      const message = await build.message({ direction: "out", authorId, fromAddress: "help@team.test" });
      const { id, internetMessageId, conversationId } = message;
      await build.send({ accountId: account.id, messageId: id, conversationId, internetMessageId, state: "sent" });
      const row = headerRow({ uid: 1, id: "new@provider.test", from });
      const headers = Buffer.from(`X-Postroom-Id: ${internetMessageId}\r\n${row.headers.toString()}`);
      return { account, message, row: { ...row, headers } };
    }

    it("is the message that was queued, and answers to either are", async () => {
      const { account, message, row } = await renamed("Help <HELP@team.test>");
      const sent = await build.folder({ accountId: account.id, role: "sent" });
      const inbox = await build.folder({ accountId: account.id });
      await takeIn(sent.id, [row]);
      expect(await all.placements()).toMatchObject([{ messageId: message.id, folderId: sent.id }]);
      const answer = headerRow({ uid: 1, id: "a@c.test", from: "help@team.test", references: ["new@provider.test"] });
      await takeIn(inbox.id, [answer]);
      expect((await all.messages()).map((one) => one.conversationId)).toEqual(Array(2).fill(message.conversationId));
    });

    it.each(["all", "none"] as const)("is not what somebody else wrote to a folder of role %s", async (role) => {
      const { account, row } = await renamed("Eve <eve@evil.test>");
      const folder = await build.folder({ accountId: account.id, role });
      await takeIn(folder.id, [row]);
      expect(await all.messages()).toHaveLength(2);
    });
  });

  it("is not what merely claims that Message-ID in the inbox", async () => {
    const account = await help();
    const inbox = await build.folder({ accountId: account.id });
    const send = await build.send({ accountId: account.id, state: "sent", sentCopyState: "pending" });
    await takeIn(inbox.id, [headerRow({ uid: 1, id: send.internetMessageId, from: "Eve <eve@evil.test>" })]);
    expect(await all.messages()).toHaveLength(2);
    expect(await all.conversations()).toHaveLength(2);
  });
});

describe("status", () => {
  const question = headerRow({ uid: 1, id: "q@c.test" });
  const answer = headerRow({ uid: 2, id: "a@c.test", references: ["q@c.test"] });

  it("is open for what lies in the inbox and closed for what was only found put away", async () => {
    const account = await help();
    const [inbox, archive] = [
      await build.folder({ accountId: account.id }),
      await build.folder({ accountId: account.id, role: "archive" }),
    ];
    await takeIn(inbox.id, [question], "history");
    await takeIn(archive.id, [headerRow({ uid: 1, id: "z@c.test" })], "history");
    expect((await all.conversations()).map((row) => row.status)).toEqual(["open", "closed"]);
  });

  it("becomes open when something of it turns up in the inbox, unless an agent has closed it", async () => {
    const account = await help();
    const [inbox, sent] = [
      await build.folder({ accountId: account.id }),
      await build.folder({ accountId: account.id, role: "sent" }),
    ];
    await takeIn(sent.id, [{ ...answer, uid: 1 }], "history");
    await takeIn(inbox.id, [question], "history");
    expect(await all.conversations()).toMatchObject([{ status: "open" }]);
    await set(1, { status: "closed", closedAt: new Date() });
    await takeIn(inbox.id, [headerRow({ uid: 7, id: "b@c.test", references: ["q@c.test"] })], "history");
    expect(await all.conversations()).toMatchObject([{ status: "closed" }]);
    expect(await all.activities()).toEqual([]);
  });

  it.each([
    { status: "closed", closedAt: new Date() },
    { status: "pending" },
    { snoozedUntil: new Date("2999-01-01") },
  ] as const)("goes from %o to open when the customer answers", async (patch) => {
    const inbox = await build.folder({ accountId: (await help()).id });
    await takeIn(inbox.id, [question]);
    await set(1, patch);
    await takeIn(inbox.id, [answer]);
    expect(await all.conversations()).toMatchObject([{ status: "open", snoozedUntil: null, closedAt: null }]);
    expect(await all.activities()).toEqual(["reopened"]);
  });

  it("stays when we wrote the answer ourselves, or it lies in another folder than the inbox", async () => {
    const account = await help();
    const [inbox, junk] = [
      await build.folder({ accountId: account.id }),
      await build.folder({ accountId: account.id, role: "junk" }),
    ];
    await takeIn(inbox.id, [question]);
    await set(1, { status: "closed", closedAt: new Date() });
    await takeIn(inbox.id, [
      { ...headerRow({ uid: 2, id: "o@team.test", references: ["q@c.test"], from: "help@team.test" }) },
    ]);
    await takeIn(junk.id, [{ ...answer, uid: 1 }]);
    expect(await all.conversations()).toMatchObject([{ status: "closed" }]);
  });
});

describe("a late message that joins two conversations", () => {
  it("merges them into the oldest, with all that people did in them", async () => {
    const account = await help();
    const inbox = await build.folder({ accountId: account.id });
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    await takeIn(inbox.id, [headerRow({ uid: 1, id: "one@c.test" }), headerRow({ uid: 2, id: "two@c.test" })]);
    expect(await all.conversations()).toHaveLength(2);
    await build.note({ conversationId: 2 });
    await build.draft({ conversationId: 2, authorId: agent.id });
    await set(2, { assigneeId: agent.id, status: "pending" });
    await set(1, { status: "closed", closedAt: new Date() });
    await takeIn(
      inbox.id,
      [headerRow({ uid: 3, id: "late@c.test", references: ["one@c.test", "two@c.test"] })],
      "history",
    );
    expect(await all.conversations()).toMatchObject([
      { id: 1, mergedIntoId: null, status: "pending", assigneeId: agent.id },
      { id: 2, mergedIntoId: 1 },
    ]);
    expect(new Set((await all.messages()).map((row) => row.conversationId))).toEqual(new Set([1]));
    expect(await store().read.select({ at: notes.conversationId }).from(notes)).toEqual([{ at: 1 }]);
    expect(await store().read.select({ at: drafts.conversationId }).from(drafts)).toEqual([{ at: 1 }]);
    expect(await all.activities()).toEqual(["merged"]);
    const told = (await store().read.select().from(changes)).map((row) => row.data);
    expect(told).toContainEqual({
      type: "conversation.merged",
      conversationId: 2,
      intoConversationId: 1,
      inboxIds: [account.inboxId],
    });
  });

  it("does not let a stranger in who forges references", async () => {
    const inbox = await build.folder({ accountId: (await help()).id });
    await takeIn(inbox.id, [headerRow({ uid: 1, id: "one@c.test" })]);
    const forged = headerRow({ uid: 2, id: "evil@evil.test", from: "Eve <eve@evil.test>", references: ["one@c.test"] });
    await takeIn(inbox.id, [forged]);
    expect(await all.conversations()).toHaveLength(2);
  });
});
