import { expect, it } from "vitest";
import { conversations, messages } from "#db/schema/index";
import type { HeaderRow } from "#server/imap/session";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { headerRow } from "#server/testing/header-row";
import { seededRandom } from "#server/testing/seeded-random";
import { takeIn } from "#server/testing/take-in";

useFreshStore();

function shuffled<T>(items: T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

it("takes a forgery off again when the mail that it imitates comes after our answer, and what answers the forgery with it", async () => {
  const account = await build.account({ emailAddress: "help@team.test" });
  const folder = await build.folder({ accountId: account.id });
  const eve = "eve@evil.test";
  const names = ["forged", "answer", "original", "more", "second"] as const;
  const rows: Record<(typeof names)[number], HeaderRow> = {
    forged: headerRow({ uid: 1, id: "asked@c.test", from: eve, to: "help@team.test", bodyBytes: 7 }),
    answer: headerRow({ uid: 2, id: "ours@team.test", from: "help@team.test", to: "ada@c.test", references: ["asked@c.test"] }), // prettier-ignore
    original: headerRow({ uid: 3, id: "asked@c.test", from: "ada@c.test", to: "help@team.test" }),
    more: headerRow({ uid: 4, id: "evil@evil.test", from: eve, to: "help@team.test", references: ["asked@c.test"] }),
    second: headerRow({ uid: 5, id: "thanks@c.test", from: "ada@c.test", to: "help@team.test", references: ["ours@team.test"] }), // prettier-ignore
  };
  for (let seed = 1; seed <= 30; seed += 1) {
    await store().write((tx) => tx.delete(conversations));
    const order = seed === 1 ? [...names] : shuffled([...names], seed);
    for (const name of order) await takeIn(folder.id, [rows[name]]);
    const stored = await store().read.select().from(messages);
    const groups = Map.groupBy(stored, (row) => row.conversationId).values().map((group) => group.map((row) => `${row.fromAddress} ${row.internetMessageId}`).sort().join(", ")); // prettier-ignore
    expect([...groups].sort(), order.join()).toEqual([
      "ada@c.test asked@c.test, ada@c.test thanks@c.test, help@team.test ours@team.test",
      "eve@evil.test asked@c.test, eve@evil.test evil@evil.test",
    ]);
  }
});
