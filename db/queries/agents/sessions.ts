import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { sessions } from "../../schema/index.ts";

type SessionRow = typeof sessions.$inferSelect;

export async function insertSession(tx: Db, session: Omit<SessionRow, "revokedAt">): Promise<void> {
  await tx.insert(sessions).values(session);
}

/** @returns whose it was; undefined when it had ended before */
export async function revokeSession(tx: Db, sessionId: string, revokedAt: Date): Promise<number | undefined> {
  const [row] = await tx
    .update(sessions)
    .set({ revokedAt })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
    .returning({ agentId: sessions.agentId });
  return row?.agentId;
}

/** All of an agent's but one; served by `sessions_by_agent`. */
export async function revokeSessionsOfAgent(tx: Db, agentId: number, revokedAt: Date, exceptId = ""): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt })
    .where(and(eq(sessions.agentId, agentId), isNull(sessions.revokedAt), ne(sessions.id, exceptId)));
}

/** Last used first; served by `sessions_by_agent`. */
export async function liveSessionsOfAgent(db: Db, agentId: number, at: Date, seenAfter: Date): Promise<SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.agentId, agentId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, at),
        gt(sessions.lastSeenAt, seenAfter),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt));
}
