/**
 * In what the store differs from the mailbox that it mirrors; all of these are empty when they are the same. Asked all the time while the
 * app comes to rest, so by statements that are prepared once.
 */
import { isNotNull } from "drizzle-orm";
import { prepared } from "#db/dialect/sqlite";
import { placements, sends } from "#db/schema/index";
import { store } from "../../store.ts";
import { miscounts } from "../miscounts.ts";
import type { ScriptedMailbox } from "../scripted-imap/scripted-mailbox.ts";
import { messageIdOf } from "./ledger.ts";

type Row = { path: string; uid: number; isCurrent: number; id: string; flags: string };

/** Folders, UIDs, flags, and which mail it is that lies under each UID. */
export function contentDifferences(mailbox: ScriptedMailbox): string[] {
  const db = store().read;
  const stored = new Map(prepared<[string, string]>(db, selectFolders).raw().all());
  const differences: string[] = [];
  for (const [path, { uidValidity }] of mailbox.folders) {
    if (!stored.has(path)) differences.push(`${path}: not stored`);
    else if (stored.get(path) !== String(uidValidity)) differences.push(`${path}: its UIDVALIDITY is not known`);
  }
  const here = new Map<string, string>();
  for (const { path, uid, isCurrent, id, flags } of prepared<Row>(db, selectPlacements).all()) {
    if (isCurrent) here.set(`${path} ${uid}`, describeMail(id, flags.split(" ")));
    else differences.push(`${path} ${uid}: of a former generation`);
  }
  for (const { path, messages } of mailbox.folders.values()) {
    for (const { uid, source, flags } of messages) {
      const wanted = describeMail(messageIdOf(source), flags);
      const found = here.get(`${path} ${uid}`) ?? "nothing";
      if (found !== wanted) differences.push(`${path} ${uid}: here ${found}, there ${wanted}`);
      here.delete(`${path} ${uid}`);
    }
  }
  for (const [place, found] of here) differences.push(`${place}: here ${found}, there nothing`);
  for (const path of stored.keys()) if (!mailbox.folders.has(path)) differences.push(`${path}: not on the server`);
  return differences;
}

const describeMail = (id: string, flags: Iterable<string>) =>
  `<${id}> ${[...flags].filter(Boolean).sort().join(" ")}`.trim();

/** What is still to be done, and when it is due; null for whatever is under way. */
export type Waiting = { what: string; until: number | null };

/**
 * A mail that was moved without the server's telling where to is held for the grace, until it turns up; one that lies where it was, marked
 * \Deleted, has left without going.
 */
export function unfinished(graceMs: number): Waiting[] {
  return prepared<Waiting>(store().read, selectUnfinished).all(graceMs + 1);
}

export const isLive = (): boolean =>
  prepared<number>(store().read, `select exists (select 1 from accounts where state = 'live')`).pluck().get() === 1;

/** Counts that are kept by the way, sends that went astray, and what was missing and is not gone. */
export async function bookDifferences(): Promise<string[]> {
  const db = store().read;
  const missing = await db.select().from(placements).where(isNotNull(placements.missingSince));
  const unsent = (await db.select().from(sends)).filter((send) => send.state !== "sent");
  return [
    ...missing.map(
      ({ id, uid, folderId }) => `placement ${id}: UID ${uid} of folder ${folderId} is gone and still here`,
    ),
    ...unsent.map((send) => `send ${send.id} is ${send.state}: ${send.lastError}`),
    ...(await miscounts()),
  ];
}

const selectFolders = `select path, uid_validity from folders where missing_since is null and selectable = 1`;

const selectPlacements = `
  select f.path, p.uid, p.generation = f.generation as isCurrent, m.internet_message_id as id,
    iif(p.seen, '\\Seen ', '') || iif(p.flagged, '\\Flagged ', '') || iif(p.answered, '\\Answered ', '') || iif(p.draft, '\\Draft ', '')
      || iif(p.deleted, '\\Deleted ', '') || (select coalesce(group_concat(k.value, ' '), '') from json_each(p.keywords) k) as flags
  from placements p join folders f on f.id = p.folder_id join messages m on m.id = p.message_id
  where p.missing_since is null and f.missing_since is null`;

const selectUnfinished = `
  select 'operation ' || id || ' ' || kind || ' is ' || state || ' after ' || attempt_count || ' attempts: ' || last_error as what,
    iif(state = 'inflight', null, not_before) as until
  from operations where state in ('pending', 'inflight', 'uncertain')
  union all
  select 'UID ' || uid || ' of folder ' || folder_id || ' is set aside', next_attempt_at from quarantine
  union all
  select path || ' is left alone: ' || failure_detail, parked_until from folders where parked_until is not null
  union all
  select 'placement ' || p.id || ', UID ' || p.uid || ' of folder ' || p.folder_id || ', was moved to ' || p.moving_to_folder_id
      || ' and has not turned up; its operations: '
      || (select group_concat(t.id || ' ' || t.state || ' ' || t.payload, ', ') from operations t where t.placement_id = p.id),
    o.settled_at + ?
  from placements p join operations o on o.placement_id = p.id and o.kind = 'move' and o.state = 'done'
  where p.moving_to_folder_id is not null and p.deleted = 0 and p.missing_since is null`;
