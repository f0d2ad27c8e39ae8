import { countActiveAdmins } from "#db/queries/agents/agents";
import { insertInvitation, revokeInvitationsOfKind } from "#db/queries/agents/invitations";
import { now } from "../clock.ts";
import { env } from "../env.ts";
import { store } from "../store.ts";
import { hashToken, newToken } from "./tokens.ts";

const validMs = 7 * 24 * 60 * 60 * 1000;

/** While there is no admin, prints a fresh one-time link that makes one. Older links end: the newest log line is the right one. */
export async function printSetupLink(): Promise<void> {
  const token = newToken();
  const tokenHash = hashToken(token);
  if (!tokenHash || (await countActiveAdmins(store().read)) > 0) return;
  const at = now();
  await store().write(async (tx) => {
    await revokeInvitationsOfKind(tx, "setup", at);
    const expiresAt = new Date(at.getTime() + validMs);
    await insertInvitation(tx, { kind: "setup", tokenHash, role: "admin", createdAt: at, expiresAt });
  });
  process.stdout.write(`Set up Postroom: ${env().APP_URL}/setup?token=${token}\n`);
}
