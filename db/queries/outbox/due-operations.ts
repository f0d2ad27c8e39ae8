import type { OperationPayload } from "#lib/contracts/operation";
import type { OperationKind } from "#lib/contracts/vocabulary";
import { prepared, type Db } from "../../dialect/sqlite.ts";

/** An operation as it is claimed, with the place it acts on as that is now. */
export type DueOperation = {
  id: number;
  accountId: number;
  kind: OperationKind;
  messageId: number | null;
  placementId: number | null;
  sendId: number | null;
  payload: OperationPayload;
  priority: number;
  attemptCount: number;
  createdAt: Date;
  /** Where the placement lies on the server; null without one. */
  folderId: number | null;
  /** Older operations on the same message in this account that are not settled: it waits for them. */
  blockerCount: number;
  /** Of the whole mail, where that is what is wished for; else 0. */
  sizeBytes: number;
};

type Row = Omit<DueOperation, "payload" | "createdAt"> & { payload: string; createdAt: number };

/**
 * Operations whose time has come, most urgent first, the blocked ones among them; served by `operations_by_state`, and their
 * blockers by `operations_by_message`. Wishes for content block nothing and wait for nothing.
 */
export function dueOperations(
  db: Db,
  state: "pending" | "uncertain",
  accountId: number,
  kinds: readonly OperationKind[],
  now: Date,
  limit: number,
): DueOperation[] {
  return prepared<Row>(db, selectDue).all(state, accountId, JSON.stringify(kinds), now.getTime(), limit).map(operation);
}

const operation = (row: Row): DueOperation => ({
  ...row,
  payload: JSON.parse(row.payload) as OperationPayload,
  createdAt: new Date(row.createdAt),
});

/** Accounts with something whose time has come, and the kinds of it; served by `operations_by_state`. */
export function accountsWithDueOperations(db: Db, now: Date): { accountId: number; kind: OperationKind }[] {
  return prepared<{ accountId: number; kind: OperationKind }>(db, selectAccounts).all(now.getTime());
}

/** When the next operation's time comes, after `now`. */
export function nextDueAt(db: Db, now: Date): Date | null {
  const row = prepared<{ at: number | null }>(db, selectNext).get(now.getTime());
  return row?.at ? new Date(row.at) : null;
}

const selectDue = `
  select o.id, o.account_id as accountId, o.kind, o.message_id as messageId, o.placement_id as placementId, o.send_id as sendId,
    o.payload, o.priority, o.attempt_count as attemptCount, o.created_at as createdAt, p.folder_id as folderId,
    case when o.kind like 'fetch-%' then 0 else (
      select count(*) from operations e
      where e.message_id = o.message_id and e.state in ('pending', 'inflight', 'uncertain') and e.account_id = o.account_id
        and e.id < o.id and e.kind not like 'fetch-%') end as blockerCount,
    case when o.kind = 'fetch-source' then coalesce((select size_bytes from messages where id = o.message_id), 0) else 0 end as sizeBytes
  from operations o
  left join placements p on p.id = o.placement_id
  where o.state = ? and o.account_id = ? and o.kind in (select value from json_each(?)) and o.not_before <= ?
  order by o.priority, o.id
  limit ?`;

const selectAccounts = `
  select distinct account_id as accountId, kind from operations
  where state in ('pending', 'uncertain') and not_before <= ?`;

const selectNext = `
  select min(not_before) as at from operations where state in ('pending', 'uncertain') and not_before > ?`;
