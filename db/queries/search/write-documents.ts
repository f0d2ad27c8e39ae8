import { prepared, type Db } from "../../dialect/sqlite.ts";

/** A document in words, as `indexText` makes them. */
export type IndexedDocument = {
  id: number;
  /** As it was read: what has changed since stays to be done again. */
  readVersion: number;
  subject: string;
  sender: string;
  receivers: string;
  copied: string;
  body: string;
  files: string;
  note: string;
  places: string;
};

/** @param documents by growing ids: one that is smaller than its predecessor makes the index begin a new piece */
export function writeDocuments(tx: Db, documents: readonly IndexedDocument[], version: number): void {
  for (const one of documents) {
    if (prepared(tx, updateVersion).run(version, one.id, one.readVersion).changes === 0) continue;
    const words = [one.subject, one.sender, one.receivers, one.copied, one.body, one.files, one.note, one.places];
    prepared(tx, insertWords).run(one.id, ...words);
  }
}

const updateVersion = `update search_documents set version = ? where id = ? and version = ?`;
const insertWords = `
  insert or replace into search_index (rowid, subject, sender, receivers, copied, body, files, note, places)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
