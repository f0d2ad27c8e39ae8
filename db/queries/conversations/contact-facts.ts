import { sql, type SQL } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { messages } from "../../schema/index.ts";
import { isFrom, withSlices } from "./mail-from.ts";
import { liesInInbox, listOf } from "./visible-message.ts";

/** Of more, the rest is not looked at. */
const countMax = 1000;

type Facts = { firstAt: number | null; lastAt: number | null; mailCount: number; conversationCount: number };

/**
 * What these inboxes have from an address; served by `messages_by_sender`. A thousand mails are counted at most, those of the slices with
 * the newest first: `limit -1` keeps SQLite from taking that order for one that nobody sees.
 */
export async function contactFacts(db: Db, inboxIds: number[], address: string): Promise<Facts> {
  const isTheirs = isFrom(sql`${address}`);
  const isSeen = liesInInbox(listOf(inboxIds));
  const at = messages.receivedAt;
  const seenAt = (order: SQL) =>
    sql`(select ${at} from ${messages} where ${isTheirs} and ${isSeen} order by ${at} ${order} limit 1)`;
  const [row] = db.all<Facts>(sql`
    ${withSlices}
    select
      (select min(${seenAt(sql`asc`)}) from slices) as "firstAt",
      (select max(${seenAt(sql`desc`)}) from slices) as "lastAt",
      count(*) as "mailCount", count(distinct conversation) as "conversationCount"
    from (
      select ${messages.conversationId} as conversation
      from (
        select slice from slices order by (select max(${at}) from ${messages} where ${isTheirs}) desc limit -1
      ) slices cross join ${messages}
      where ${isTheirs} and ${isSeen} limit ${countMax}
    )`);
  return row ?? { firstAt: null, lastAt: null, mailCount: 0, conversationCount: 0 };
}
