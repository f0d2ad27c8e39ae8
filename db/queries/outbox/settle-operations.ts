import type { OperationKind } from "#lib/contracts/vocabulary";
import { prepared, type Db } from "../../dialect/sqlite.ts";

const list = (ids: readonly number[]) => JSON.stringify(ids);

/** Marks operations as being carried out, each counted as an attempt. Committed before the first byte leaves. */
export function claimOperations(tx: Db, ids: readonly number[]): void {
  prepared(
    tx,
    `update operations set state = 'inflight', attempt_count = attempt_count + 1
     where id in (select value from json_each(?)) and state in ('pending', 'uncertain')`,
  ).run(list(ids));
}

export function settleOperations(
  tx: Db,
  ids: readonly number[],
  state: "done" | "failed" | "cancelled",
  now: Date,
  lastError = "",
): void {
  prepared(
    tx,
    `update operations set state = ?, settled_at = ?, last_error = ?
     where id in (select value from json_each(?)) and state in ('pending', 'inflight', 'uncertain')`,
  ).run(state, now.getTime(), lastError, list(ids));
}

/** Back into the queue, to be tried again from `notBefore` on. */
export function requeueOperations(
  tx: Db,
  ids: readonly number[],
  state: "pending" | "uncertain",
  notBefore: Date,
  lastError: string,
): void {
  prepared(
    tx,
    `update operations set state = ?, not_before = ?, last_error = ?
     where id in (select value from json_each(?)) and state = 'inflight'`,
  ).run(state, notBefore.getTime(), lastError, list(ids));
}

/** Sets the count of attempts: to nothing when what was tried could not begin, or when looking begins after trying. */
export function setAttempts(tx: Db, ids: readonly number[], attemptCount: number): void {
  prepared(tx, `update operations set attempt_count = ? where id in (select value from json_each(?))`).run(
    attemptCount,
    list(ids),
  );
}

/** What could not begin was no attempt. */
export function uncountAttempt(tx: Db, ids: readonly number[]): void {
  prepared(
    tx,
    `update operations set attempt_count = max(0, attempt_count - 1) where id in (select value from json_each(?))`,
  ).run(list(ids));
}

/** Gives what was written for undo back to nobody: once a mail is gone it lies in the message. */
export function forgetWritten(tx: Db, ids: readonly number[]): void {
  prepared(tx, `update operations set payload = '{"kind":"send"}' where id in (select value from json_each(?))`).run(
    list(ids),
  );
}

/** Settled operations are kept for a while, for whoever asks what happened. */
export function deleteSettledBefore(tx: Db, before: Date): void {
  prepared(tx, `delete from operations where state in ('done', 'failed', 'cancelled') and settled_at < ?`).run(
    before.getTime(),
  );
}

/** The account can be reached again: what was put off because of that is due. */
export function hurryOperations(tx: Db, accountId: number, kinds: readonly OperationKind[], now: Date): void {
  prepared(
    tx,
    `update operations set not_before = ?
     where state in ('pending', 'uncertain') and account_id = ? and kind in (select value from json_each(?)) and attempt_count > 0
       and not_before > ?`,
  ).run(now.getTime(), accountId, JSON.stringify(kinds), now.getTime());
}
