import { findOpenInvitation } from "#db/queries/agents/invitations";
import type { InvitationKind } from "#lib/contracts/vocabulary";
import { hashToken } from "#server/auth/tokens";
import { now } from "#server/clock";
import { store } from "#server/store";

/** What a link is good for, to whoever holds it; undefined when it was used, revoked, has expired or never was. */
export async function readInvitation(
  token: string,
): Promise<{ kind: InvitationKind; emailAddress: string; name: string } | undefined> {
  const tokenHash = hashToken(token);
  const row = tokenHash ? await findOpenInvitation(store().read, tokenHash, now()) : undefined;
  return row && { kind: row.kind, emailAddress: row.emailAddress, name: row.name };
}
