import { mayReadFolder, pageOfPlacements, type PlacementRow } from "#db/queries/accounts/placements";
import type { Placement } from "#lib/contracts/account";
import type { Page, PageQuery } from "#lib/contracts/paging";
import { formatAddress } from "#lib/mail/address";
import { joinFlags } from "#lib/mail/flags";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { store } from "#server/store";

/** What is believed to be in the folder on the server, by UID descending; the cursor is the UID to go on below. */
export async function listPlacements(agent: Agent, folderId: number, query: PageQuery): Promise<Page<Placement>> {
  const beforeUid = query.cursor === undefined ? null : readCursor(query.cursor);
  if (!(await mayReadFolder(store().read, agent.id, folderId)))
    throw new AppError("not_found", "There is no such folder.");
  const rows = await pageOfPlacements(store().read, folderId, beforeUid, query.limit + 1);
  const items = rows.slice(0, query.limit);
  const last = rows.length > items.length ? items.at(-1) : undefined;
  return { items: items.map(presentPlacement), nextCursor: last ? String(last.uid) : null };
}

function readCursor(cursor: string): number {
  if (!/^\d{1,10}$/.test(cursor)) throw new AppError("malformed", "This cursor was not given out here.");
  return Number(cursor);
}

function presentPlacement(row: PlacementRow): Placement {
  return {
    uid: row.uid,
    flags: joinFlags(row),
    labels: row.labels,
    messageId: row.messageId,
    internetMessageId: row.internetMessageId,
    subject: row.subject,
    from: formatAddress({ name: row.fromName, address: row.fromAddress }),
    sizeBytes: row.sizeBytes,
    receivedAt: row.receivedAt.toISOString(),
    conversationId: row.conversationId,
  };
}
