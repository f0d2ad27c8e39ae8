import { and, desc, eq, gt, isNull, ne } from "drizzle-orm";
import type { InvitationKind } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import { invitations } from "../../schema/index.ts";

type InvitationRow = typeof invitations.$inferSelect;
type NewInvitation = Omit<typeof invitations.$inferInsert, "id" | "usedAt" | "revokedAt">;

export async function insertInvitation(tx: Db, invitation: NewInvitation): Promise<InvitationRow> {
  const [row] = await tx.insert(invitations).values(invitation).returning();
  if (!row) throw new Error("An insert returned no row.");
  return row;
}

/** Open: neither used, revoked nor expired at `at`; served by `invitations_by_token`. */
export async function findOpenInvitation(db: Db, tokenHash: string, at: Date): Promise<InvitationRow | undefined> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.tokenHash, tokenHash), isOpen(at)));
  return row;
}

export async function findOpenInvitationById(db: Db, id: number, at: Date): Promise<InvitationRow | undefined> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), isOpen(at)));
  return row;
}

/** Open links to new agents and for forgotten passwords, newest first. */
export async function listOpenInvitations(db: Db, at: Date): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitations)
    .where(and(ne(invitations.kind, "setup"), isOpen(at)))
    .orderBy(desc(invitations.id));
}

/** @returns whether it was still open: of two who use a link at once, one does */
export async function consumeInvitation(tx: Db, id: number, usedAt: Date): Promise<boolean> {
  const rows = await tx
    .update(invitations)
    .set({ usedAt })
    .where(and(eq(invitations.id, id), isOpen(usedAt)))
    .returning({ id: invitations.id });
  return rows.length > 0;
}

export async function revokeInvitationsOfKind(tx: Db, kind: InvitationKind, revokedAt: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt })
    .where(and(eq(invitations.kind, kind), isOpen(revokedAt)));
}

/** Every open link that was made for this address. */
export async function revokeInvitationsTo(tx: Db, emailAddress: string, revokedAt: Date): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt })
    .where(and(eq(invitations.emailAddress, emailAddress), isOpen(revokedAt)));
}

function isOpen(at: Date) {
  return and(isNull(invitations.usedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, at));
}
