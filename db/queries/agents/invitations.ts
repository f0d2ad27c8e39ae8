import { and, eq, gt, isNull } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { agents, invitations } from "../../schema/index.ts";
import type { InvitationKind } from "#lib/contracts/vocabulary";

type NewInvitation = Omit<typeof invitations.$inferInsert, "id" | "usedAt" | "revokedAt">;

export async function insertInvitation(tx: Db, invitation: NewInvitation): Promise<number> {
  const [row] = await tx.insert(invitations).values(invitation).returning({ id: invitations.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}

/** Neither used, revoked nor expired at `at`; served by `invitations_by_token`. */
export async function findOpenInvitation(db: Db, tokenHash: string, at: Date) {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen(at)));
  return row;
}

export async function revokeInvitationsOfKind(tx: Db, kind: InvitationKind, revokedAt: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt })
    .where(and(eq(invitations.kind, kind), isOpen(revokedAt)));
}

export async function hasActiveAdmin(db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: agents.id })
    .from(agents)
    .where(and(eq(agents.role, "admin"), isNull(agents.deactivatedAt)))
    .limit(1);
  return rows.length > 0;
}

function isOpen(at: Date) {
  return and(isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, at));
}
