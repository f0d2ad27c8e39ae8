import { asc, eq } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { inboxes, workspace } from "../../schema/index.ts";

/** The inbox there was to begin with. */
export async function firstInboxId(db: Db): Promise<number | undefined> {
  const [row] = await db.select({ id: inboxes.id }).from(inboxes).orderBy(asc(inboxes.id)).limit(1);
  return row?.id;
}

export async function hasInbox(db: Db, inboxId: number): Promise<boolean> {
  const rows = await db.select({ id: inboxes.id }).from(inboxes).where(eq(inboxes.id, inboxId));
  return rows.length > 0;
}

export async function mayAgentsConnect(db: Db): Promise<boolean> {
  const [row] = await db.select({ agentsMayConnect: workspace.agentsMayConnect }).from(workspace).limit(1);
  return row?.agentsMayConnect ?? false;
}
