import { and, desc, eq } from "drizzle-orm";
import { z } from "zod";
import type { Db } from "../../dialect/sqlite.ts";
import { activities } from "../../schema/index.ts";

const Moved = z.object({ from: z.array(z.tuple([z.number().int(), z.number().int()])) });

/** Placements of the last move that an agent made in a conversation, each with the folder that it lay in; served by `activities_by_conversation`. */
export async function lastMove(db: Db, conversationId: number, agentId: number): Promise<Map<number, number>> {
  const [row] = await db
    .select({ data: activities.data })
    .from(activities)
    .where(
      and(eq(activities.conversationId, conversationId), eq(activities.agentId, agentId), eq(activities.kind, "moved")),
    )
    .orderBy(desc(activities.id))
    .limit(1);
  const moved = Moved.safeParse(row?.data);
  return new Map(moved.success ? moved.data.from : []);
}
