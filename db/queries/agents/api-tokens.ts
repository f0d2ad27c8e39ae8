import { and, asc, eq, isNull } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { apiTokens } from "../../schema/index.ts";

type TokenRow = typeof apiTokens.$inferSelect;

export async function insertApiToken(tx: Db, token: typeof apiTokens.$inferInsert): Promise<TokenRow> {
  const [row] = await tx.insert(apiTokens).values(token).returning();
  if (!row) throw new Error("An insert returned no row.");
  return row;
}

export async function findApiToken(db: Db, tokenId: number): Promise<TokenRow | undefined> {
  const [row] = await db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.id, tokenId), isNull(apiTokens.revokedAt)));
  return row;
}

/** Served by `api_tokens_by_agent`. */
export async function apiTokensOfAgent(db: Db, agentId: number): Promise<TokenRow[]> {
  return db
    .select()
    .from(apiTokens)
    .where(and(eq(apiTokens.agentId, agentId), isNull(apiTokens.revokedAt)))
    .orderBy(asc(apiTokens.id));
}

export async function revokeApiToken(tx: Db, tokenId: number, revokedAt: Date): Promise<void> {
  await tx.update(apiTokens).set({ revokedAt }).where(eq(apiTokens.id, tokenId));
}

export async function revokeApiTokensOfAgent(tx: Db, agentId: number, revokedAt: Date): Promise<void> {
  await tx
    .update(apiTokens)
    .set({ revokedAt })
    .where(and(eq(apiTokens.agentId, agentId), isNull(apiTokens.revokedAt)));
}
