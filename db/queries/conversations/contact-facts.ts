import { sql } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { messages } from "../../schema/index.ts";
import { isFrom, withSlices } from "./mail-from.ts";
import { liesInInbox, listOf } from "./visible-message.ts";

/** Somebody's first mail is looked for from its oldest on, the rest from its newest. */
const countMax = 1000;

type Facts = { firstAt: number | null; lastAt: number | null; mailCount: number; conversationCount: number };

/** What these inboxes have from an address, of its newest thousand mails; served by `messages_by_sender`. */
export async function contactFacts(db: Db, inboxIds: number[], address: string): Promise<Facts> {
  const isTheirs = isFrom(sql`${address}`);
  const isSeen = liesInInbox(listOf(inboxIds));
  // The limit keeps the order by date apart from the look at each place, which is asked of the newest only.
  const [row] = db.all<Facts>(sql`
    ${withSlices}
    select max(at) as "lastAt", count(*) as "mailCount", count(distinct conversation) as "conversationCount", (
      select min((
        select ${messages.receivedAt} from ${messages} where ${isTheirs} and ${isSeen} order by ${messages.receivedAt} limit 1))
      from slices) as "firstAt"
    from (
      select ${messages.receivedAt} as at, ${messages.conversationId} as conversation
      from (
        select ${messages.id} as newest from slices cross join ${messages}
        where ${isTheirs} order by ${messages.receivedAt} desc limit -1
      ) cross join ${messages}
      where ${messages.id} = newest and ${isSeen} limit ${countMax}
    )`);
  return row ?? { firstAt: null, lastAt: null, mailCount: 0, conversationCount: 0 };
}
