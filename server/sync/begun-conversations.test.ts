import { asc } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { refreshConversations } from "#db/queries/refresh-conversations";
import { conversationInboxes } from "#db/schema/index";
import type { HeaderRow } from "#server/imap/session";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { headerRow } from "#server/testing/header-row";
import { seededRandom } from "#server/testing/seeded-random";
import { takeIn } from "#server/testing/take-in";

useFreshStore();

const counted = () =>
  store().read.select().from(conversationInboxes).orderBy(asc(conversationInboxes.conversationId)).all();

/** Mails that answer one another, come out of order, are ours or not, lie twice, are marked as deleted, or share an id. */
function mails(seed: number, count: number): HeaderRow[] {
  const random = seededRandom(seed);
  const rows: HeaderRow[] = [];
  for (let uid = 1; uid <= count; uid += 1) {
    const answered = Math.ceil(random.next() * uid);
    const flags = ["\\Seen", "\\Flagged", "\\Deleted"].filter(() => random.next() < 0.4);
    const written = headerRow({
      uid,
      id: `m${random.next() < 0.15 ? answered : uid}@c.test`,
      from: random.pick(["Ada <ada@c.test>", "Bob <BOB@c.test>", "help@team.test"]),
      to: random.pick(["help@team.test", "ada@c.test", "help@team.test, Bob <bob@c.test>"]),
      references: random.next() < 0.5 ? [`m${answered}@c.test`] : [],
      receivedAt: new Date(1_700_000_000_000 + Math.floor(random.next() * 50) * 60_000),
    });
    const isCopy = random.next() < 0.2 && rows.length > 0;
    rows.push({ ...(isCopy ? random.pick(rows) : written), uid, flags });
  }
  return rows;
}

describe("conversations that begin", () => {
  it.each(["inbox", "sent", "drafts", "archive", "trash"] as const)(
    "count in a folder of role %s what counting them anew says",
    async (role) => {
      const account = await build.account({ emailAddress: "help@team.test" });
      const folder = await build.folder({ accountId: account.id, role });
      const rows = mails(role.length, 80);
      await takeIn(folder.id, rows.slice(50), "history");
      await takeIn(folder.id, rows.slice(0, 50), "history");
      const before = counted();
      expect(before.length).toBeGreaterThan(5);
      const ids = before.map((row) => row.conversationId);
      await store().write((tx) => refreshConversations(tx, ids));
      expect(counted()).toEqual(before);
    },
  );
});
