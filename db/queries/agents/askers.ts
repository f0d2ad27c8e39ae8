/** Who is asking: looked up on every request. */
import { and, eq, isNull, sql } from "drizzle-orm";
import { built, type Db } from "../../dialect/sqlite.ts";
import { agents, apiTokens, inboxMembers, sessions } from "../../schema/index.ts";

const agentColumns = { id: agents.id, name: agents.name, emailAddress: agents.emailAddress, role: agents.role };

/** A session that nobody ended, of an agent who still works here; served by its primary key. */
export async function findSessionAsker(db: Db, sessionId: string) {
  return built(db, selectSessionAsker).get({ sessionId });
}

/** Served by `api_tokens_by_hash`. */
export async function findTokenAsker(db: Db, tokenHash: string) {
  return built(db, selectTokenAsker).get({ tokenHash });
}

/** Ascending; served by `inbox_members_by_agent`. */
export async function inboxIdsOfAgent(db: Db, agentId: number): Promise<number[]> {
  return built(db, selectInboxIds)
    .all({ agentId })
    .map((row) => row.inboxId);
}

export async function touchSession(tx: Db, sessionId: string, seenAt: Date): Promise<void> {
  await tx.update(sessions).set({ lastSeenAt: seenAt }).where(eq(sessions.id, sessionId));
}

export async function touchToken(tx: Db, tokenId: number, usedAt: Date): Promise<void> {
  await tx.update(apiTokens).set({ lastUsedAt: usedAt }).where(eq(apiTokens.id, tokenId));
}

const selectSessionAsker = (db: Db) =>
  db
    .select({ agent: agentColumns, lastSeenAt: sessions.lastSeenAt, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(agents, eq(agents.id, sessions.agentId))
    .where(and(eq(sessions.id, sql.placeholder("sessionId")), isNull(sessions.revokedAt), isNull(agents.deactivatedAt)))
    .prepare();

const selectTokenAsker = (db: Db) =>
  db
    .select({ agent: agentColumns, tokenId: apiTokens.id, scope: apiTokens.scope, lastUsedAt: apiTokens.lastUsedAt })
    .from(apiTokens)
    .innerJoin(agents, eq(agents.id, apiTokens.agentId))
    .where(
      and(
        eq(apiTokens.tokenHash, sql.placeholder("tokenHash")),
        isNull(apiTokens.revokedAt),
        isNull(agents.deactivatedAt),
      ),
    )
    .prepare();

const selectInboxIds = (db: Db) =>
  db
    .select({ inboxId: inboxMembers.inboxId })
    .from(inboxMembers)
    .where(eq(inboxMembers.agentId, sql.placeholder("agentId")))
    .orderBy(inboxMembers.inboxId)
    .prepare();
