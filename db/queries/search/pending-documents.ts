import type { MailAddress } from "#lib/contracts/address";
import { prepared, type Db } from "../../dialect/sqlite.ts";

/** What a document says, as it came. */
export type PendingDocument = {
  id: number;
  /** Less than the one that is wanted; it shows when the document changed while it was being read. */
  version: number;
  subject: string;
  from: MailAddress[];
  to: MailAddress[];
  cc: MailAddress[];
  text: string;
  files: string[];
  note: string;
  accountIds: number[];
  /** Of a note: the inbox whose members may read it. */
  inboxId: number | null;
};

/** Of a mail's text; what stands beyond is data rather than words. */
const textMax = 200_000;

/** Documents whose words are not, or no longer, in the index, newest first; served by `search_documents_by_version`. */
export function pendingDocuments(db: Db, version: number, limit: number): PendingDocument[] {
  return prepared<Row>(db, selectPending).all(version, limit).map(asDocument);
}

export function countPending(db: Db, version: number, limit: number): number {
  return prepared<number>(db, selectCount).pluck().get(version, limit) ?? 0;
}

type Row = {
  id: number;
  version: number;
  subject: string;
  fromName: string;
  fromAddress: string;
  to: string;
  cc: string;
  bcc: string;
  text: string;
  files: string;
  note: string;
  accountIds: string;
  inboxId: number | null;
};

function asDocument(row: Row): PendingDocument {
  return {
    ...row,
    from: [{ name: row.fromName, address: row.fromAddress }],
    to: [...people(row.to), ...people(row.bcc)],
    cc: people(row.cc),
    files: strings(row.files),
    accountIds: strings(row.accountIds).map(Number),
  };
}

function people(json: string): MailAddress[] {
  return json === "[]" ? [] : (JSON.parse(json) as MailAddress[]);
}

function strings(json: string): string[] {
  return json === "[]" ? [] : (JSON.parse(json) as unknown[]).map(String);
}

// The limit comes first, so that only those rows are joined.
const selectPending = `
  select d.id, d.version, coalesce(m.subject, '') as subject, coalesce(m.from_name, '') as fromName,
    coalesce(m.from_address, '') as fromAddress, coalesce(m."to", '[]') as "to", coalesce(m.cc, '[]') as cc,
    coalesce(m.bcc, '[]') as bcc, coalesce(nullif(substr(b.text, 1, ${textMax}), ''), m.preview, '') as text,
    (select json_group_array(a.filename) from attachments a where a.message_id = m.id and (not a.inline or a.filename <> '')) as files,
    coalesce(n.text, '') as note, n.inbox_id as inboxId,
    (select json_group_array(id) from (select p.account_id as id from placements p where p.message_id = m.id
      union select s.account_id from sends s where s.message_id = m.id)) as accountIds
  from (select id, version, message_id, note_id from search_documents where version < ? order by version, id limit ?) d
  left join messages m on m.id = d.message_id
  left join message_bodies b on b.message_id = d.message_id
  left join notes n on n.id = d.note_id
  order by d.id`;

const selectCount = `select count(*) from (select 1 from search_documents where version < ? limit ?)`;
