import { findAccountRow } from "#db/queries/accounts/accounts";
import { findFolderRow } from "#db/queries/accounts/folders";
import { listQuarantine as listRows } from "#db/queries/health/quarantine";
import type { Page } from "#lib/contracts/paging";
import type { QuarantinedMessage } from "#lib/contracts/sync-health";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";

/** What the server lists in a folder and could not be read: the first two hundred. */
export async function listQuarantine(agent: Agent, folderId: number): Promise<Page<QuarantinedMessage>> {
  const db = store().read;
  const folder = await findFolderRow(db, folderId);
  const account = folder && (await findAccountRow(db, agent, folder.accountId));
  if (!account) throw new AppError("not_found", "There is no such folder.");
  const items = (await listRows(db, folderId)).map(({ uid, reason, attemptCount, nextAttemptAt, createdAt }) => ({
    uid,
    reason,
    attemptCount,
    nextAttemptAt: nextAttemptAt.toISOString(),
    createdAt: createdAt.toISOString(),
  }));
  return { items, nextCursor: null };
}
