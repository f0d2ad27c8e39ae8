/** Content in `blobs/` that no row names. Every column that names content stands in `selectUnreferenced`. */
import { prepared, type Db } from "../../dialect/sqlite.ts";

/** Those that nothing refers to; served by the indexes `…_by_blob` and `…_by_source_blob`. */
export function unreferencedOf(db: Db, hashes: readonly string[]): string[] {
  return prepared<string>(db, selectUnreferenced).pluck().all(JSON.stringify(hashes));
}

/** Notes what nothing refers to, out of all that lies under a prefix, and forgets what is referred to again or is gone. */
export function noteUnreferenced(tx: Db, prefix: string, hashes: readonly string[], since: Date): void {
  const list = JSON.stringify(hashes);
  prepared(tx, deleteOthers).run(`${prefix}*`, list);
  prepared(tx, insertNotes).run(since.getTime(), list);
}

/** Noted before then, under a prefix. */
export function unreferencedSince(db: Db, prefix: string, before: Date): string[] {
  return prepared<string>(db, `select hash from unreferenced_blobs where hash glob ? and since <= ?`)
    .pluck()
    .all(`${prefix}*`, before.getTime());
}

export function forgetUnreferenced(tx: Db, hashes: readonly string[]): void {
  prepared(tx, `delete from unreferenced_blobs where hash in (select value from json_each(?))`).run(
    JSON.stringify(hashes),
  );
}

const selectUnreferenced = `
  select j.value from json_each(?) j
  where not exists (select 1 from messages m where m.source_blob = j.value)
    and not exists (select 1 from message_sources s where s.blob = j.value)
    and not exists (select 1 from attachments a where a.blob = j.value)
    and not exists (select 1 from sends s where s.source_blob = j.value)
    and not exists (select 1 from quarantine q where q.source_blob = j.value)`;

const deleteOthers = `
  delete from unreferenced_blobs where hash glob ? and hash not in (select value from json_each(?))`;

const insertNotes = `
  insert into unreferenced_blobs (hash, since) select value, ? from json_each(?) where true on conflict do nothing`;
