import type { OperationKind } from "#lib/contracts/vocabulary";
import { prepared, type Db } from "../../dialect/sqlite.ts";

/**
 * What was being carried out when its process or its lane ended. Flags and fetches may simply be done again. A move, a copy to Sent, or a
 * mail whose end of data may have been written is uncertain: it is looked for before anything is repeated. A mail that had not come that
 * far cannot have been accepted (RFC 5321 §4.1.1.4) and is tried again.
 * @param accountId null for all
 * @returns the sends that became uncertain
 */
export function recoverOperations(tx: Db, kinds: readonly OperationKind[], accountId: number | null = null): number[] {
  const scope = [JSON.stringify(kinds), accountId, accountId];
  prepared(tx, doubtSends).run(...scope);
  const interrupted = prepared<{ id: number }>(tx, nameInterrupted).all(
    "This server stopped while it was handing over the mail.",
    ...scope,
  );
  prepared(tx, doubtWrites).run(...scope);
  prepared(tx, requeueRest).run(...scope);
  return interrupted.map((row) => row.id);
}

const inflight = `state = 'inflight' and kind in (select value from json_each(?)) and (account_id = ? or ? is null)`;

const doubtSends = `
  update operations set attempt_count = 0, state = 'uncertain'
  where ${inflight} and kind = 'send' and send_id in (select id from sends where state in ('sending', 'uncertain'))`;

const nameInterrupted = `
  update sends set state = 'uncertain', last_error = ?
  where state = 'sending' and id in (
    select send_id from operations
    where state = 'uncertain' and kind = 'send' and kind in (select value from json_each(?)) and (account_id = ? or ? is null))
  returning id`;

const doubtWrites = `update operations set state = 'uncertain' where ${inflight} and kind in ('move', 'append-sent')`;

const requeueRest = `update operations set state = 'pending' where ${inflight}`;
