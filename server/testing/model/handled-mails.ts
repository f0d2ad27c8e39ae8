import { and, eq, inArray } from "drizzle-orm";
import { messages, operations } from "#db/schema/index";
import { store } from "../../store.ts";

/** Whether the app is putting this mail somewhere at this moment, so that nobody can say who was first. */
export function isBeingHandled(internetMessageId: string): boolean {
  const open = store()
    .read.select({ id: operations.id })
    .from(operations)
    .innerJoin(messages, eq(messages.id, operations.messageId))
    .where(
      and(
        eq(messages.internetMessageId, internetMessageId),
        inArray(operations.kind, ["move", "append-sent", "send"]),
        inArray(operations.state, ["pending", "inflight", "uncertain"]),
      ),
    )
    .limit(1)
    .all();
  return open.length > 0;
}
