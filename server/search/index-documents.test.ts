import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { matchesQuery } from "#db/queries/search/keep-matches";
import { isHistoryComing } from "#db/queries/search/progress";
import { messageBodies, messages, notes, placements, searchDocuments, searchState } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { findByWords, indexStored } from "#server/testing/find-by-words";
import { useFreshStore } from "#server/testing/fresh-store";
import { indexBatch } from "./index-documents.ts";

async function mail(folderId: number, wishes: Parameters<typeof build.message>[0]) {
  const message = await build.message(wishes);
  await build.placement({ messageId: message.id, folderId });
  return message;
}

async function team() {
  const account = await build.account();
  const folder = await build.folder({ accountId: account.id });
  return { account, folder, inboxId: account.inboxId };
}

const entryCount = () => store().read.$client.prepare(`select count(*) as count from search_index`).get();

describe("the search index", () => {
  useFreshStore();

  it.each([
    [
      "Latin",
      "Die Lieferung für Jörg Łukasz kommt später",
      ["spater", "JÖRG lukasz", `"fur jorg"`, "liefer", "lieferung kommt"],
    ],
    ["Cyrillic", "Ваш счёт за июнь уже оплачен", ["счет", "ОПЛАЧЕН", `"за июнь"`, "опла"]],
    [
      "Chinese",
      "请确认您的订单号码，发票将发送到您的电子邮件地址",
      ["发票", "订单号码", `"电子邮件地址"`, "确认 邮件"],
    ],
    ["Japanese", "プリンターが故障しているので修理をお願いします", ["プリンター", "故障", "修理をお願い", "プリン"]],
    ["Korean", "회의실을 예약했습니다 확인해 주세요", ["회의실", "예약 확인", "회의"]],
    ["Thai", "กรุณายืนยันการสั่งซื้อของคุณภายในสามวันทำการ", ["สั่งซื้อ", "ยืนยัน คุณ", "กรุณา"]],
    ["Arabic", "الفاتورة مُرفقة مع الرسالة", ["الفاتورة", "مرفقة", "الرسا"]],
  ])("finds words, phrases and beginnings in %s", async (_, text, queries) => {
    const { folder, inboxId } = await team();
    const found = await mail(folder.id, { text });
    await mail(folder.id, { text: "Something else: другое, 其他, その他, 다른, อื่น" });
    for (const q of queries) expect([q, await findByWords(q, [inboxId])]).toEqual([q, [found.conversationId]]);
  });

  it("holds subject, people, text, names of files and notes, each by its operator", async () => {
    const { folder, inboxId } = await team();
    const { conversationId, id } = await mail(folder.id, {
      subject: "Alpha", fromName: "Bravo", fromAddress: "charlie@delta.test", to: [{ name: "Echo", address: "foxtrot@golf.test" }],
      cc: [{ name: "Hotel", address: "india@x.test" }], text: "Juliett",
    }); // prettier-ignore
    await build.attachment({ messageId: id, filename: "kilo_report.pdf" });
    await build.note({ conversationId, inboxId, text: "Lima" });
    const words = ["alpha", "bravo", "charlie@delta.test", "echo", "foxtrot@golf", "hotel", "juliett", "kilo", "lima"];
    const terms = [
      "subject:alpha",
      "from:bravo",
      "from:charlie",
      "to:echo",
      "to:india",
      "cc:hotel",
      "body:juliett",
      "filename:report",
      "note:lima",
    ];
    for (const q of [...words, ...terms]) expect([q, await findByWords(q, [inboxId])]).toEqual([q, [conversationId]]);
    for (const q of [
      "subject:bravo",
      "from:alpha",
      "cc:echo",
      "note:juliett",
      "body:lima",
      "alpha lima",
      `"alpha bravo"`,
    ])
      expect([q, await findByWords(q, [inboxId])]).toEqual([q, []]);
  });

  it("takes in a text that comes later, a note, and a note that was written anew", async () => {
    const { folder, inboxId } = await team();
    const { id, conversationId } = await mail(folder.id, { subject: "Header only" });
    expect(await findByWords("header", [inboxId])).toEqual([conversationId]);
    await store().write(async (tx) => tx.insert(messageBodies).values({ messageId: id, text: "the body" }));
    expect(await findByWords("body", [inboxId])).toEqual([conversationId]);
    await store().write(async (tx) => tx.update(messageBodies).set({ text: "another" }));
    expect(await findByWords("body", [inboxId])).toEqual([]);
    const note = await build.note({ conversationId, inboxId, text: "remember" });
    expect(await findByWords("remember", [inboxId])).toEqual([conversationId]);
    await store().write(async (tx) => tx.update(notes).set({ text: "forget" }).where(eq(notes.id, note.id)));
    expect(await findByWords("remember", [inboxId])).toEqual([]);
    expect(await findByWords("forget", [inboxId])).toEqual([conversationId]);
  });

  it("lets go of what is deleted, indexed already or not", async () => {
    const { folder, inboxId } = await team();
    const gone = await mail(folder.id, { subject: "going" });
    await findByWords("going", [inboxId]);
    const unindexed = await mail(folder.id, { subject: "going", text: "too" });
    await store().write(async (tx) => tx.delete(messages).where(eq(messages.id, gone.id)));
    await store().write(async (tx) => tx.delete(messages).where(eq(messages.id, unindexed.id)));
    expect(await findByWords("going", [inboxId])).toEqual([]);
    expect(entryCount()).toEqual({ count: 0 });
    expect(await store().read.select().from(searchDocuments)).toEqual([]);
  });

  it("goes on where a kill left it, batch by batch, with nothing lost and nothing twice", async () => {
    const { folder, inboxId } = await team();
    for (let n = 0; n < 7; n += 1)
      await mail(folder.id, { subject: `kept ${n}`, receivedAt: new Date(1_700_000_000_000) });
    // Each batch is one commit; between two the process may end.
    expect(await indexBatch(store(), 3)).toBe(3);
    const [state] = await store().read.select().from(searchState);
    expect(state?.lastMessageId).toBe(7);
    expect(await indexBatch(store(), 3)).toBe(3);
    expect(await indexBatch(store(), 3)).toBe(1);
    expect(await indexBatch(store(), 3)).toBe(0);
    expect(await findByWords("kept", [inboxId])).toHaveLength(7);
    expect(entryCount()).toEqual({ count: 7 });
  });

  it("is made anew, newest first, when words are read in a new way", async () => {
    const { folder, inboxId } = await team();
    const old = await mail(folder.id, { subject: "older", receivedAt: new Date(1_600_000_000_000) });
    const recent = await mail(folder.id, { subject: "newer", receivedAt: new Date(1_700_000_000_000) });
    await indexStored();
    await store().write(async (tx) => {
      tx.update(searchDocuments).set({ version: 0 }).run();
      tx.run(`delete from search_index`);
    });
    await indexBatch(store(), 1);
    const versions = await store().read.select().from(searchDocuments);
    expect(versions.find((row) => row.messageId === recent.id)?.version).toBeGreaterThan(0);
    expect(versions.find((row) => row.messageId === old.id)?.version).toBe(0);
    expect(await findByWords("older", [inboxId])).toEqual([old.conversationId]);
  });

  it("knows of the second inbox that a mail comes to lie in, whatever was indexed before", async () => {
    const [first, second, third] = [await team(), await team(), await team()];
    const { id, conversationId } = await mail(first.folder.id, { subject: "shared" });
    await mail(third.folder.id, { subject: "elsewhere" });
    expect(await findByWords("shared", [second.inboxId])).toEqual([]);
    await build.placement({ messageId: id, folderId: second.folder.id });
    expect(await findByWords("shared", [second.inboxId])).toEqual([conversationId]);
    await store().write(async (tx) =>
      tx.update(placements).set({ missingSince: new Date() }).where(eq(placements.folderId, second.folder.id)),
    );
    expect(await findByWords("shared", [second.inboxId])).toEqual([]);
    expect(await findByWords("shared", [first.inboxId])).toEqual([conversationId]);
  });

  it("looks every match up by a key", () => {
    const scope = { agentId: 1, inboxIds: [1, 2], now: new Date() };
    const query = matchesQuery(scope, [1, 2, 3], []);
    const plan = store()
      .read.all<{ detail: string }>(sqlOf(query))
      .map((row) => row.detail)
      .join("\n");
    expect(plan).not.toMatch(/SCAN (?!candidate)/);
    expect(plan).toContain("conversation_inboxes_by_conversation_inbox");
    expect(isHistoryComing(store().read)).toBe(false);
  });
});

function sqlOf(query: ReturnType<typeof matchesQuery>) {
  return sql`explain query plan ${query}`;
}
