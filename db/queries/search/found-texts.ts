import type { MailAddress } from "#lib/contracts/address";
import type { Db } from "../../dialect/sqlite.ts";
import { prepared } from "../../dialect/sqlite.ts";

/** What a found message says, for a snippet of it. */
export type FoundText = {
  subject: string;
  fromName: string;
  fromAddress: string;
  recipients: MailAddress[];
  text: string;
  preview: string;
  files: string[];
};

/** Of a text; a snippet comes from its beginning, where there is one. */
const textMax = 40_000;

export function textsOfMessages(db: Db, messageIds: readonly number[]): Map<number, FoundText> {
  const rows = prepared<Row>(db, selectTexts).all(JSON.stringify(messageIds));
  return new Map(
    rows.map(({ id, to, cc, files, ...row }) => [
      id,
      {
        ...row,
        recipients: [...(JSON.parse(to) as MailAddress[]), ...(JSON.parse(cc) as MailAddress[])],
        files: (JSON.parse(files) as unknown[]).map(String),
      },
    ]),
  );
}

export function textsOfNotes(db: Db, noteIds: readonly number[]): Map<number, string> {
  const rows = prepared<{ id: number; text: string }>(
    db,
    `select id, text from notes where id in (select value from json_each(?))`,
  ).all(JSON.stringify(noteIds));
  return new Map(rows.map(({ id, text }) => [id, text]));
}

type Row = Omit<FoundText, "recipients" | "files"> & { id: number; to: string; cc: string; files: string };

const selectTexts = `
  select m.id, m.subject, m.from_name as fromName, m.from_address as fromAddress, m."to", m.cc, m.preview,
    coalesce(substr(b.text, 1, ${textMax}), '') as text,
    (select json_group_array(a.filename) from attachments a where a.message_id = m.id) as files
  from messages m left join message_bodies b on b.message_id = m.id
  where m.id in (select value from json_each(?))`;

/** Who wrote these messages, in their order. */
export function sendersOf(db: Db, messageIds: readonly number[]): MailAddress[] {
  return prepared<MailAddress>(
    db,
    `select m.from_name as name, m.from_address as address from json_each(?) one cross join messages m
     where m.id = one.value and m.from_address <> '' order by one.key desc`,
  )
    .all(JSON.stringify(messageIds))
    .toReversed();
}
