import { eq } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { workspace } from "../../schema/index.ts";

type WorkspaceRow = { name: string; agentsMayConnect: boolean };

const onlyRow = 1;

/** What admins decided for everybody; the defaults while nobody decided anything. */
export async function readWorkspaceRow(db: Db): Promise<WorkspaceRow> {
  const [row] = await db
    .select({ name: workspace.name, agentsMayConnect: workspace.agentsMayConnect })
    .from(workspace)
    .where(eq(workspace.id, onlyRow));
  return row ?? { name: "Postroom", agentsMayConnect: false };
}

export async function saveWorkspaceRow(tx: Db, values: Partial<WorkspaceRow>): Promise<void> {
  await tx.insert(workspace).values({ id: onlyRow }).onConflictDoNothing();
  if (Object.keys(values).length > 0) await tx.update(workspace).set(values).where(eq(workspace.id, onlyRow));
}
