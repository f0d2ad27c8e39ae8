import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Db } from "../dialect/sqlite.ts";
import { invitations, operations, sends, sessions } from "../schema/index.ts";

/**
 * A restored database does not know what happened since its backup. Mail that waited then may have gone out: it is looked for and never
 * sent again by itself. Sessions and links may have been ended: they end now.
 */
export async function markRestored(tx: Db, at: Date): Promise<{ doubtfulSendCount: number }> {
  const lastError = "Restored from a backup: this mail may have been sent since.";
  const doubtful = await tx
    .update(sends)
    .set({ state: "uncertain", lastError })
    .where(inArray(sends.state, ["queued", "sending", "retrying"]))
    .returning({ id: sends.id });
  await tx
    .update(operations)
    .set({ state: "uncertain", attemptCount: 0, notBefore: at })
    .where(and(eq(operations.kind, "send"), inArray(operations.state, ["pending", "inflight"])));
  await tx.update(sessions).set({ revokedAt: at }).where(isNull(sessions.revokedAt));
  await tx
    .update(invitations)
    .set({ revokedAt: at })
    .where(and(isNull(invitations.usedAt), isNull(invitations.revokedAt)));
  return { doubtfulSendCount: doubtful.length };
}
