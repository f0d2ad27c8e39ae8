import { firstInboxId, hasInbox, mayAgentsConnect } from "#db/queries/accounts/inboxes";
import type { Db } from "#db/dialect/sqlite";
import type { Agent } from "#server/auth/agent";
import { can } from "#server/auth/policies";
import { AppError } from "#server/errors";

/**
 * The inbox that an agent may connect an account to: the one they name, else the first of their own, else the first there is.
 * @throws AppError `forbidden` when they may connect none, `invalid` when they may not into this one
 */
export async function chooseInbox(db: Db, agent: Agent, inboxId?: number): Promise<number> {
  await requireMayConnect(db, agent);
  const chosen = inboxId ?? agent.inboxIds[0] ?? (agent.role === "admin" ? await firstInboxId(db) : undefined);
  const agentsMayConnect = await mayAgentsConnect(db);
  const isGood =
    chosen !== undefined &&
    can(agent, "account.connect", { inboxId: chosen, agentsMayConnect }) &&
    (await hasInbox(db, chosen));
  if (isGood) return chosen;
  const message = "Choose an inbox that you belong to.";
  throw new AppError("invalid", message, { issues: [{ path: "inboxId", message }] });
}

/** @throws AppError `forbidden` */
export async function requireMayConnect(db: Db, agent: Agent): Promise<void> {
  if (agent.role === "admin" || (await mayAgentsConnect(db))) return;
  throw new AppError("forbidden", "Ask an admin to connect this mailbox, or to let agents connect their own.");
}
