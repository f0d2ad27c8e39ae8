import type { Db } from "#db/dialect/sqlite";
import { outcomeOfOperation } from "#db/queries/outbox/folder-acts";
import { wishOperation } from "#db/queries/outbox/wish-operations";
import type { Change } from "#lib/contracts/change";
import type { FolderActPayload } from "#lib/contracts/operation";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";
import { doorbell } from "../../events/doorbell.ts";
import { store } from "../../store.ts";
import type { AccountRow } from "#db/queries/accounts/accounts";

const patienceMs = 8000;

export type FolderWish = { account: AccountRow; payload: FolderActPayload };

/**
 * Wishes for something to be done to a folder, shown at once as `grant` leaves it, and waits a while for what the server says.
 * @throws AppError `conflict` with the server's words when it refuses; what an account that is not connected will say is told at the folder
 */
export async function wishForFolder(
  grant: (tx: Db, changed: (change: Change) => void) => Promise<FolderWish | null>,
): Promise<number | null> {
  const wished = await commit(async (tx, changed) => {
    const wish = await grant(tx, changed);
    if (!wish) return null;
    const { account, payload } = wish;
    if (account.mode === "read-only")
      throw new AppError("conflict", "This account is connected read-only: nothing is changed on its server.");
    const accountId = account.id;
    const at = now();
    const wished = { accountId, messageId: null, payload, priority: 0 as const, notBefore: at, createdAt: at };
    const operationId = await wishOperation(tx, wished);
    changed({ type: "outbox.wished", accountId, inboxIds: [] });
    changed({ type: "folder.changed", folderId: payload.folderId, accountId, inboxIds: [account.inboxId] });
    return {
      operationId,
      folderId: payload.folderId,
      isConnected: account.state === "live" || account.state === "syncing",
    };
  });
  if (wished?.isConnected) await awaitOutcome(wished.operationId);
  return wished?.folderId ?? null;
}

async function awaitOutcome(operationId: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    // Listening begins before looking, so that no ring falls between.
    const stopped = new AbortController();
    const rung = doorbell().next(Math.max(0, deadline - performance.now()), stopped.signal);
    const outcome = outcomeOfOperation(store().read, operationId);
    const isOver = outcome?.state === "done" || outcome?.state === "failed" || performance.now() >= deadline;
    if (isOver) stopped.abort();
    if (outcome?.state === "failed") throw new AppError("conflict", outcome.lastError);
    if (isOver || !outcome) return;
    await rung;
  }
}
