import { and, desc, eq, notInArray } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { recentSearches } from "../../schema/index.ts";

const keptMax = 20;

/** Newest first; served by `recent_searches_by_agent_query`. */
export async function recentSearchesOf(db: Db, agentId: number): Promise<{ query: string }[]> {
  return newestOf(db, agentId);
}

/** Keeps it as the newest; what has not been looked for in a long while is forgotten. */
export async function keepRecentSearch(tx: Db, agentId: number, query: string, usedAt: Date): Promise<void> {
  await tx
    .insert(recentSearches)
    .values({ agentId, query, usedAt })
    .onConflictDoUpdate({ target: [recentSearches.agentId, recentSearches.query], set: { usedAt } });
  const kept = (await newestOf(tx, agentId)).map((row) => row.query);
  await tx
    .delete(recentSearches)
    .where(and(eq(recentSearches.agentId, agentId), notInArray(recentSearches.query, kept)));
}

export async function forgetRecentSearches(tx: Db, agentId: number): Promise<void> {
  await tx.delete(recentSearches).where(eq(recentSearches.agentId, agentId));
}

async function newestOf(db: Db, agentId: number) {
  return db
    .select({ query: recentSearches.query })
    .from(recentSearches)
    .where(eq(recentSearches.agentId, agentId))
    .orderBy(desc(recentSearches.usedAt))
    .limit(keptMax);
}
