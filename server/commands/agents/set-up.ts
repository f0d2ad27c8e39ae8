import { countActiveAdmins, findAgentByEmail, insertAgent, updateAgent } from "#db/queries/agents/agents";
import { replaceInboxesOfAgent } from "#db/queries/agents/inboxes";
import { consumeInvitation, findOpenInvitation } from "#db/queries/agents/invitations";
import { saveWorkspaceRow } from "#db/queries/agents/workspace";
import type { SetUp } from "#lib/contracts/agent";
import { tourDue, untilSetUp } from "#lib/first-minutes";
import { hashPassword } from "#server/auth/passwords";
import { hashToken } from "#server/auth/tokens";
import { now } from "#server/clock";
import { AppError } from "#server/errors";
import { commit } from "#server/events/commit";
import { store } from "#server/store";
import { firstInbox } from "./first-inbox.ts";

/** The first admin, by the link that the server printed when it started; signs nobody in. */
export async function setUp({ token, workspaceName, name, emailAddress: address, password }: SetUp): Promise<void> {
  const tokenHash = hashToken(token);
  const invitation = tokenHash ? await findOpenInvitation(store().read, tokenHash, now()) : undefined;
  if (invitation?.kind !== "setup") throw notOpen();
  const passwordHash = await hashPassword(password);
  await commit(async (tx, changed) => {
    const at = now();
    const isFirst = (await countActiveAdmins(tx)) === 0;
    if (!(await consumeInvitation(tx, invitation.id, at)) || !isFirst) throw notOpen();
    const emailAddress = address.toLowerCase();
    const known = await findAgentByEmail(tx, emailAddress);
    const preferences = { ...known?.preferences, ...untilSetUp, ...tourDue };
    const values = { name, role: "admin", passwordHash, preferences, deactivatedAt: null } as const;
    const agentId = known?.id ?? (await insertAgent(tx, { emailAddress, createdAt: at, ...values }));
    if (known) await updateAgent(tx, agentId, values);
    await replaceInboxesOfAgent(tx, agentId, await firstInbox(tx, changed, at));
    if (workspaceName !== undefined) {
      await saveWorkspaceRow(tx, { name: workspaceName });
      changed({ type: "workspace.changed" });
    }
    changed({ type: "agent.changed", agentId });
  });
}

const notOpen = () =>
  new AppError("not_found", "This setup link is not valid any more. The server prints a fresh one when it starts.");
