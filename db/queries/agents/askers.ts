/** Who is asking: looked up on every request. */
import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { agents, apiTokens, inboxMembers, sessions } from "../../schema/index.ts";

const agentColumns = { id: agents.id, name: agents.name, emailAddress: agents.emailAddress, role: agents.role };

/** A session that nobody ended, of an agent who still works here; served by its primary key. */
export async function findSessionAsker(db: Db, sessionId: string) {
  const [row] = await db
    .select({ agent: agentColumns, lastSeenAt: sessions.lastSeenAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(agents, eq(agents.id, sessions.agentId))
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt), isNull(agents.deactivatedAt)));
  return row;
}

/** Served by `api_tokens_by_hash`. */
export async function findTokenAsker(db: Db, tokenHash: string) {
  const [row] = await db
    .select({ agent: agentColumns, tokenId: apiTokens.id, scope: apiTokens.scope, lastUsedAt: apiTokens.lastUsedAt })
    .from(apiTokens)
    .innerJoin(agents, eq(agents.id, apiTokens.agentId))
    .where(and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt), isNull(agents.deactivatedAt)));
  return row;
}

/** Ascending; served by `inbox_members_by_agent`. */
export async function inboxIdsOfAgent(db: Db, agentId: number): Promise<number[]> {
  const rows = await db
    .select({ inboxId: inboxMembers.inboxId })
    .from(inboxMembers)
    .where(eq(inboxMembers.agentId, agentId))
    .orderBy(inboxMembers.inboxId);
  return rows.map((row) => row.inboxId);
}

export async function touchSession(tx: Db, sessionId: string, seenAt: Date): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: seenAt }).where(eq(sessions.id, sessionId));
}

export async function touchToken(tx: Db, tokenId: number, usedAt: Date): Promise<void> {
  await tx.update(apiTokens).set({ lastUsedAt: usedAt }).where(eq(apiTokens.id, tokenId));
}
