import { asc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { addOwnMessageId } from "#db/queries/outbox/outbox-sends";
import { conversations, messages } from "#db/schema/index";
import type { ThreadNode } from "#lib/mail/threading";
import { newMessageId } from "#server/mime/own-message-id";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { headerRow } from "#server/testing/header-row";
import { partition } from "#server/testing/partition-mails";
import { seededRandom } from "#server/testing/seeded-random";
import { takeIn } from "#server/testing/take-in";
import { isRecorderUp } from "./recording/recorder.ts";

useFreshStore();

const people = ["ada@c.test", "bob@c.test", "eve@evil.test", "help@team.test"];
const isOurs = (address: string) => address === "help@team.test";
type Mail = { id: string; from: string; to: string[]; references: string[] };

/** Answers to one another in all manners, some by people who were never asked. */
function inventMails(seed: number, count: number, prefix: string): Mail[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const known = Array.from({ length: index }, (_unused, at) => `${prefix}${at}@c.test`);
    const howMany = Math.floor(random.next() * Math.min(3, index + 1));
    const references = Array.from({ length: howMany }, () => random.pick([...known, `${prefix}unseen@c.test`]));
    return {
      id: `${prefix}${index}@c.test`,
      from: random.pick(people),
      to: [random.pick(people), random.pick(people)],
      references: [...new Set(references)],
    };
  });
}

function shuffled<T>(items: T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Message-IDs by conversation, in a form that can be compared. */
const groupsOf = (groups: string[][]) => groups.map((group) => group.toSorted().join(" ")).sort();

async function storedGroups(prefix: string): Promise<string[]> {
  const rows = await store().read.select().from(messages).orderBy(asc(messages.id));
  const here = rows.filter((row) => row.internetMessageId.startsWith(prefix));
  return groupsOf(
    [...Map.groupBy(here, (row) => row.conversationId).values()].map((group) =>
      group.map((row) => row.internetMessageId),
    ),
  );
}

describe("threading", () => {
  it("ends in the same conversations whatever the order and the batches in which mail arrives", async () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const prefix = `s${seed}.`;
      const mails = inventMails(seed, 40, prefix);
      const account = await build.account({ emailAddress: "help@team.test" });
      const folder = await build.folder({ accountId: account.id });
      const order = shuffled(mails, seed * 100);
      const random = seededRandom(seed);
      for (let at = 0; at < order.length;) {
        const size = 1 + Math.floor(random.next() * 9);
        const rows = order
          .slice(at, at + size)
          .map(({ id, from, to, references }, index) =>
            headerRow({ uid: at + index + 1, id, from, to: to.join(", "), references }),
          );
        await takeIn(folder.id, rows, random.next() < 0.5 ? "news" : "history");
        at += size;
      }
      const nodes: ThreadNode[] = mails.map(({ id, from, to, references }) => ({
        internetMessageId: id,
        references,
        fromAddress: from,
        participants: [from, ...to],
      }));
      const expected = partition(nodes, isOurs).map((group) =>
        group.map((index) => nodes[index]?.internetMessageId ?? ""),
      );
      expect(await storedGroups(prefix), `seed ${seed}`).toEqual(groupsOf(expected));
    }
  });

  it("joins mail of all accounts of an inbox, and none of another inbox", async () => {
    const [a, other] = [await build.account(), await build.account()];
    const b = await build.account({ inboxId: a.inboxId });
    const [inA, inB, elsewhere] = await Promise.all(
      [a, b, other].map((account) => build.folder({ accountId: account.id })),
    );
    if (!inA || !inB || !elsewhere) throw new Error("Three accounts have three folders.");
    const answer = (uid: number, id: string) => headerRow({ uid, id, references: ["q@c.test"] });
    await takeIn(inA.id, [headerRow({ uid: 1, id: "q@c.test" })]);
    await takeIn(inB.id, [answer(1, "b@c.test")]);
    await takeIn(elsewhere.id, [answer(1, "c@c.test")]);
    expect(await storedGroups("")).toEqual(["b@c.test q@c.test", "c@c.test"]);
    // The question comes to the other inbox too: now what was apart belongs together.
    await takeIn(elsewhere.id, [headerRow({ uid: 2, id: "q@c.test" })]);
    expect(await storedGroups("")).toEqual(["b@c.test c@c.test q@c.test"]);
  });

  describe("with a stranger who sends under the Message-ID of a customer's mail", () => {
    const question = { id: "q@c.test", from: "ada@c.test", to: "help@team.test" };
    const answer = { id: "a@team.test", from: "help@team.test", to: "ada@c.test", references: ["q@c.test"] };
    const thanks = {
      id: "t@c.test",
      from: "ada@c.test",
      to: "help@team.test",
      references: ["q@c.test", "a@team.test"],
    };
    const forged = { ...question, from: "eve@evil.test", to: "help@team.test, ada@c.test", bodyBytes: 7 };
    const mails = { question, answer, thanks, forged };
    type Name = keyof typeof mails;

    const orders: Name[][][] = [
      [["question"], ["answer"], ["thanks"], ["forged"]],
      [["question"], ["forged"], ["answer"], ["thanks"]],
      [["forged"], ["question"], ["answer"], ["thanks"]],
      [["answer"], ["thanks"], ["question"], ["forged"]],
      [
        ["thanks", "answer"],
        ["forged", "question"],
      ],
      [["forged", "thanks", "answer", "question"]],
    ];
    const named = orders.map(
      (batches) => [batches.map((batch) => batch.join(" and ")).join(", then "), batches] as const,
    );
    it.each(named)("keeps them apart: %s", async (_, batches) => {
      const account = await build.account({ emailAddress: "help@team.test" });
      const folder = await build.folder({ accountId: account.id });
      let uid = 0;
      for (const names of batches)
        await takeIn(folder.id, names.map((name) => headerRow({ uid: (uid += 1), ...mails[name] })), "history"); // prettier-ignore
      const rows = await store().read.select().from(messages);
      const groups = Map.groupBy(rows, (row) => row.conversationId).values();
      const senders = [...groups].map((group) => group.map((row) => row.fromAddress).sort().join(" ")); // prettier-ignore
      expect(senders.sort()).toEqual(["ada@c.test ada@c.test help@team.test", "eve@evil.test"]);
    });
  });

  it("joins an answer that names the Message-ID a server gave our mail", async () => {
    const account = await build.account({ emailAddress: "help@team.test" });
    const agent = await build.agent({ inboxIds: [account.inboxId] });
    const folder = await build.folder({ accountId: account.id });
    const sent = await build.message({
      direction: "out",
      authorId: agent.id,
      fromAddress: "help@team.test",
      to: [{ name: "", address: "ada@c.test" }],
    });
    await build.send({
      accountId: account.id,
      messageId: sent.id,
      conversationId: sent.conversationId,
      agentId: agent.id,
    });
    await store().write(async (tx) => addOwnMessageId(tx, sent.id, "renamed@server.test"));
    await takeIn(folder.id, [
      headerRow({ uid: 1, id: "x@c.test", from: "ada@c.test", references: ["renamed@server.test"] }),
    ]);
    const rows = await store().read.select().from(messages).orderBy(asc(messages.id));
    expect(rows.map((row) => row.conversationId)).toEqual([sent.conversationId, sent.conversationId]);
  });

  describe("an answer to a mail of ours that is not here any more", () => {
    const filler = (count: number) =>
      Array.from({ length: count }, (_, index) =>
        headerRow({ uid: 100 + index, id: `f${index}@c.test`, from: `f${index}@c.test` }),
      );

    /** In a window of so many; more than a hundred are stored by another thread. */
    it.each([0, 200])(
      "joins the conversation that its key names, among %i others, and a stranger's does not",
      async (count) => {
        const account = await build.account({ emailAddress: "help@team.test" });
        const folder = await build.folder({ accountId: account.id });
        await takeIn(folder.id, [headerRow({ uid: 1, id: "q@c.test", from: "ada@c.test" })]);
        const conversation = store().read.select().from(conversations).get();
        const lost = newMessageId(conversation?.id ?? 0, "team.test");
        const forged = lost.replace(/^\d+/, (id) => String(Number(id) + 1));
        const answers = [
          headerRow({ uid: 2, id: "a@c.test", from: "ada@c.test", references: [lost] }),
          headerRow({ uid: 3, id: "e@evil.test", from: "eve@evil.test", references: [lost] }),
          headerRow({ uid: 4, id: "b@c.test", from: "ada@c.test", references: [forged] }),
        ];
        await expect.poll(isRecorderUp, { timeout: 20_000 }).toBe(true);
        await takeIn(folder.id, [...answers, ...filler(count)], "history");
        const rows = await store().read.select().from(messages).orderBy(asc(messages.id));
        const joined = rows.filter((row) => row.conversationId === conversation?.id);
        expect(joined.map((row) => row.internetMessageId)).toEqual(["q@c.test", "a@c.test"]);
        expect(new Set(rows.map((row) => row.conversationId)).size).toBe(3 + count);
      },
    );
  });

  it("says why a message is in its conversation", async () => {
    const folder = await build.folder();
    await takeIn(folder.id, [headerRow({ uid: 1, id: "q@c.test" })]);
    await takeIn(folder.id, [headerRow({ uid: 2, id: "a@c.test", references: ["q@c.test"] })]);
    const rows = await store().read.select().from(messages).orderBy(asc(messages.id));
    expect(rows.map((row) => row.threadedBy)).toEqual(["", "One answers the other."]);
    expect(await store().read.$count(conversations)).toBe(1);
  });

  it("is not brought down by a reference that thousands of mails share", async () => {
    const folder = await build.folder();
    const rows = Array.from({ length: 1500 }, (_, index) =>
      headerRow({
        uid: index + 1,
        id: `n${index}@c.test`,
        from: `Robot <robot${index}@c.test>`,
        references: ["one@c.test"],
      }),
    );
    await takeIn(folder.id, rows, "history");
    expect(await store().read.$count(conversations)).toBe(1500);
  });
});
