import { inArray } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { sends } from "../../schema/index.ts";

/** The copy in Sent was seen on the server. */
export async function markSentCopies(tx: Db, sendIds: number[]): Promise<void> {
  if (sendIds.length > 0) await tx.update(sends).set({ sentCopyState: "stored" }).where(inArray(sends.id, sendIds));
}
