import type { Db } from "#db/dialect/sqlite";
import { insertInvitation, revokeInvitationsTo } from "#db/queries/agents/invitations";
import type { Invitation } from "#lib/contracts/agent";
import type { AgentRole } from "#lib/contracts/vocabulary";
import { hashToken, newToken } from "#server/auth/tokens";
import { env } from "#server/env";

type Addressee = { emailAddress: string; name: string; role: AgentRole };

const validMs = { invite: 72 * 60 * 60 * 1000, reset: 60 * 60 * 1000 };

/** A fresh single-use link that is good for this address alone; links made for it before end. The URL is told once. */
export async function linkTo(
  tx: Db,
  kind: "invite" | "reset",
  { emailAddress, name, role }: Addressee,
  invitedById: number | null,
  createdAt: Date,
): Promise<Invitation> {
  const token = newToken();
  const tokenHash = hashToken(token);
  if (!tokenHash) throw new Error("A new token has a hash.");
  await revokeInvitationsTo(tx, emailAddress, createdAt);
  const expiresAt = new Date(createdAt.getTime() + validMs[kind]);
  const row = { kind, tokenHash, emailAddress, name, role, invitedById, createdAt, expiresAt };
  const { id } = await insertInvitation(tx, row);
  const url = `${env().APP_URL}/invite/${token}`;
  return { id, emailAddress, name, role, expiresAt: expiresAt.toISOString(), url };
}
