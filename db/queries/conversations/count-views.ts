import { and, eq, gt, inArray, min, sql, type SQL } from "drizzle-orm";
import type { ConversationView } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import { conversationInboxes, conversations, conversationTags } from "../../schema/index.ts";
import type { Scope } from "./scope.ts";
import { isSnoozed, liesIn, viewCondition, viewStatuses } from "./view-condition.ts";
import { listOf } from "./visible-message.ts";

type Counts<Name extends string> = Record<Name, number>;
const row = conversationInboxes;

/** The views of work at hand, which differ from agent to agent; `conversation_inboxes_by_status` finds the few rows that matter. */
export async function countAtHand(
  db: Db,
  scope: Scope,
): Promise<Counts<"open" | "mine" | "unassigned" | "pending" | "unseen">> {
  const inView = (view: ConversationView) =>
    sql`(${inArray(row.status, [...(viewStatuses(view) ?? [])])} and ${viewCondition(row, view, scope)})`;
  return countOnce(
    db,
    scope.inboxIds,
    {
      open: inView("open"),
      mine: inView("mine"),
      unassigned: inView("unassigned"),
      pending: inView("pending"),
      unseen: sql`(${inView("open")} and ${row.unseenCount} > 0)`,
    },
    and(eq(row.listed, true), inArray(row.status, ["open", "pending"])),
  );
}

/** The views of everything else, the same for all members of the same inboxes: one pass over the rows of these. */
export async function countPlaces(
  db: Db,
  inboxIds: number[],
): Promise<Counts<"closed" | "all" | "sent" | "drafts" | "archive" | "junk" | "trash">> {
  const scope = { agentId: 0, inboxIds, now: new Date(0) };
  const all = sql`${viewCondition(row, "all", scope)}`;
  return countOnce(db, inboxIds, {
    closed: sql`(${eq(row.status, "closed")} and ${viewCondition(row, "closed", scope)})`,
    all,
    sent: liesIn(row, "sent"),
    drafts: liesIn(row, "drafts"),
    archive: liesIn(row, "archive"),
    junk: liesIn(row, "junk"),
    trash: liesIn(row, "trash"),
  });
}

/** Served by `conversations_by_snooze`. */
export async function countSnoozed(db: Db, scope: Scope): Promise<number> {
  const [found] = await db
    .select({ count: sql<number>`count(distinct ${row.conversationId})` })
    .from(row)
    .where(
      and(
        sql`${row.conversationId} in (select id from conversations where snoozed_until > ${scope.now.getTime()})`,
        inArray(row.inboxId, scope.inboxIds),
        eq(row.listed, true),
        isSnoozed(row, scope.now),
      ),
    );
  return found?.count ?? 0;
}

/** Conversations in which somebody writes here and that have no draft on a server, so that `countPlaces` has not counted them. */
export async function countOwnDrafts(db: Db, inboxIds: number[]): Promise<number> {
  if (inboxIds.length === 0) return 0;
  const seen = (condition: SQL) => sql`exists (select 1 from ${row} where ${row.conversationId} = d.conversation_id
    and ${row.inboxId} in (${listOf(inboxIds)}) and ${condition})`;
  const [found] = db.all<{ count: number }>(sql`
    select count(distinct d.conversation_id) as count from drafts d
    where ${seen(sql`true`)} and not ${seen(liesIn(row, "drafts"))}`);
  return found?.count ?? 0;
}

/** Open conversations at hand, by tag. Crosswise, from what has a tag: there is less of it than of what is open. */
export async function countTags(db: Db, scope: Scope): Promise<{ tagId: number; count: number }[]> {
  return db
    .select({ tagId: conversationTags.tagId, count: sql<number>`count(distinct ${row.conversationId})` })
    .from(conversationTags)
    .crossJoin(row)
    .where(
      and(
        eq(row.conversationId, conversationTags.conversationId),
        inArray(row.inboxId, scope.inboxIds),
        eq(row.status, "open"),
        viewCondition(row, "open", scope),
      ),
    )
    .groupBy(conversationTags.tagId);
}

/** When the next conversation wakes, and numbers change though nobody writes; served by `conversations_by_snooze`. */
export async function nextWakeAt(db: Db, now: Date): Promise<Date | null> {
  const [found] = await db
    .select({ at: min(conversations.snoozedUntil) })
    .from(conversations)
    .where(gt(conversations.snoozedUntil, now));
  return found?.at ?? null;
}

/** How many conversations meet each condition in one of these inboxes at least; one that lies in several counts once. */
function countOnce<Name extends string>(
  db: Db,
  inboxIds: number[],
  conditions: Record<Name, SQL>,
  where?: SQL,
): Counts<Name> {
  const columns = (each: (condition: SQL, name: SQL) => SQL) =>
    sql.join(
      Object.entries<SQL>(conditions).map(
        ([name, condition]) => sql`${each(condition, sql.identifier(name).getSQL())} as ${sql.identifier(name)}`,
      ),
      sql`, `,
    );
  const rows = sql`from ${row} where ${and(inArray(row.inboxId, inboxIds), where)}`;
  const once = sql`from (select ${columns((condition) => sql`max(${condition})`)} ${rows} group by ${row.conversationId})`;
  const [sums] =
    inboxIds.length < 2
      ? db.all<Counts<Name>>(sql`select ${columns((condition) => sql`coalesce(sum(${condition}), 0)`)} ${rows}`)
      : db.all<Counts<Name>>(sql`select ${columns((_, name) => sql`coalesce(sum(${name}), 0)`)} ${once}`);
  if (!sums) throw new Error("A sum has one row.");
  return sums;
}
