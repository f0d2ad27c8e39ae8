import { prepared, type Db } from "../../dialect/sqlite.ts";

/** Sessions that nobody can use any more, after a while in which they are still listed. */
export function deleteSessionsEndedBefore(tx: Db, before: Date): void {
  prepared(tx, `delete from sessions where expires_at < ? or revoked_at < ?`).run(before.getTime(), before.getTime());
}

/** Invitations that were used, taken back or ran out. */
export function deleteInvitationsEndedBefore(tx: Db, before: Date): void {
  const at = before.getTime();
  prepared(tx, `delete from invitations where expires_at < ? or used_at < ? or revoked_at < ?`).run(at, at, at);
}

/** Uploads that no mail carries and no draft names. */
export function deleteOrphanUploads(tx: Db, before: Date): void {
  prepared(
    tx,
    `delete from attachments where message_id is null and created_at < ? and id not in (
       select j.value from drafts d, json_each(d.attachment_ids) j)`,
  ).run(before.getTime());
}

/** Conversations whose snooze is over; served by `conversations_by_snooze`. */
export function dueSnoozes(db: Db, now: Date): { id: number; status: string }[] {
  return prepared<{ id: number; status: string }>(
    db,
    `select id, status from conversations where snoozed_until <= ? order by snoozed_until limit 200`,
  ).all(now.getTime());
}

export function nextSnoozeAt(db: Db): Date | null {
  const row = prepared<{ at: number | null }>(
    db,
    `select min(snoozed_until) as at from conversations where snoozed_until is not null`,
  ).get();
  return row?.at ? new Date(row.at) : null;
}

export function wakeConversations(tx: Db, ids: readonly number[]): void {
  prepared(
    tx,
    `update conversations set snoozed_until = null, status = 'open', closed_at = null, version = version + 1
     where id in (select value from json_each(?))`,
  ).run(JSON.stringify(ids));
}
