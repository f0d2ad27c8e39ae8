import { and, eq, inArray, sql, type SQL } from "drizzle-orm";
import { conversationViews, type ConversationView } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import { conversationInboxes, conversationTags } from "../../schema/index.ts";
import type { Scope } from "./scope.ts";
import { viewCondition, viewStatuses } from "./view-condition.ts";

export type ViewCounts = Record<ConversationView, number> & { unseen: number };

/** How many conversations each view shows, and how many of the open ones hold something unseen: one pass over the agent's rows. */
export async function countViews(db: Db, scope: Scope): Promise<ViewCounts> {
  const names = [...conversationViews, "unseen"] as const;
  const inView = (view: ConversationView) =>
    sql`(${statusCondition(view)} and ${viewCondition(conversationInboxes, view, scope)})`;
  const conditionOf = (name: (typeof names)[number]): SQL =>
    name === "unseen" ? sql`(${inView("open")} and ${conversationInboxes.unseenCount} > 0)` : inView(name);
  // In several inboxes one conversation has several rows and counts once.
  const each = sql.join(
    names.map((name) => sql`max(${conditionOf(name)}) as ${sql.identifier(name)}`),
    sql`, `,
  );
  const sums = sql.join(
    names.map((name) => sql`coalesce(sum(${sql.identifier(name)}), 0) as ${sql.identifier(name)}`),
    sql`, `,
  );
  const key = scope.inboxIds.length > 1 ? conversationInboxes.conversationId : sql`${conversationInboxes}.rowid`;
  const [row] = db.all<ViewCounts>(sql`
    select ${sums} from (select ${each} from ${conversationInboxes}
      where ${inArray(conversationInboxes.inboxId, scope.inboxIds)} group by ${key})`);
  if (!row) throw new Error("A sum has one row.");
  return row;
}

/** Open conversations at hand, by tag. */
export async function countTags(db: Db, scope: Scope): Promise<{ tagId: number; count: number }[]> {
  return db
    .select({
      tagId: conversationTags.tagId,
      count: sql<number>`count(distinct ${conversationInboxes.conversationId})`,
    })
    .from(conversationTags)
    .innerJoin(conversationInboxes, eq(conversationInboxes.conversationId, conversationTags.conversationId))
    .where(
      and(
        inArray(conversationInboxes.inboxId, scope.inboxIds),
        eq(conversationInboxes.status, "open"),
        viewCondition(conversationInboxes, "open", scope),
      ),
    )
    .groupBy(conversationTags.tagId);
}

function statusCondition(view: ConversationView): SQL {
  const statuses = viewStatuses(view);
  return statuses ? inArray(conversationInboxes.status, [...statuses]) : sql`true`;
}
