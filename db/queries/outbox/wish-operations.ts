import type { OperationPayload } from "#lib/contracts/operation";
import type { Db } from "../../dialect/sqlite.ts";
import { operations } from "../../schema/index.ts";

export type Wish = {
  accountId: number;
  messageId: number | null;
  placementId?: number;
  sendId?: number;
  payload: OperationPayload;
  priority: 0 | 1 | 2 | 3;
  notBefore: Date;
  createdAt: Date;
};

/** Puts wishes into the outbox, in order. The caller tells `outbox.wished` for each account in the same commit. */
export async function wishOperations(tx: Db, wishes: readonly Wish[]): Promise<void> {
  const rows = wishes.map((wish) => ({ ...wish, kind: wish.payload.kind }));
  // SQLite allows 32,766 parameters a statement.
  for (let start = 0; start < rows.length; start += 1000) {
    await tx.insert(operations).values(rows.slice(start, start + 1000));
  }
}

/** Puts one wish into the outbox; answers its id. */
export async function wishOperation(tx: Db, wish: Wish): Promise<number> {
  const [row] = await tx
    .insert(operations)
    .values({ ...wish, kind: wish.payload.kind })
    .returning({ id: operations.id });
  if (!row) throw new Error("An insert returned no row.");
  return row.id;
}
