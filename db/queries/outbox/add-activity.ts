import type { ActivityKind } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import { activities } from "../../schema/index.ts";

export async function addActivity(
  tx: Db,
  activity: {
    conversationId: number;
    agentId: number | null;
    kind: ActivityKind;
    data: Record<string, unknown>;
    createdAt: Date;
  },
): Promise<void> {
  await tx.insert(activities).values(activity);
}
