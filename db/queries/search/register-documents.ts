import { firstIdAt } from "#lib/search/document-id";
import { prepared, type Db } from "../../dialect/sqlite.ts";

/** Mails of one server all bear full seconds: those of a second are put one behind the other. */
const crowdMs = 1000;

/**
 * Gives the next messages and notes a document each, newer than any that has one by their ids, which only grow.
 * @returns how many there were
 */
export function registerDocuments(tx: Db, limit: number): number {
  const state = prepared<State>(tx, selectState).get();
  if (!state) throw new Error("The row of the search state is missing.");
  const messages = prepared<Row>(tx, selectMessages).all(state.lastMessageId, limit);
  const notes = prepared<Row>(tx, selectNotes).all(state.lastNoteId, limit);
  for (const row of messages) prepared(tx, insertDocument).run(freeId(tx, row.at), row.id, null);
  for (const row of notes) prepared(tx, insertDocument).run(freeId(tx, row.at), null, row.id);
  prepared(tx, updateState).run(messages.at(-1)?.id ?? state.lastMessageId, notes.at(-1)?.id ?? state.lastNoteId);
  return messages.length + notes.length;
}

/** Whether mail or notes have come that have none. */
export function hasUnregistered(db: Db): boolean {
  return prepared<number>(db, selectUnregistered).pluck().get() === 1;
}

type State = { lastMessageId: number; lastNoteId: number };
type Row = { id: number; at: number };

function freeId(tx: Db, at: number): number {
  const first = firstIdAt(at);
  const last = prepared<number | null>(tx, selectLast)
    .pluck()
    .get(first, firstIdAt(at - crowdMs) - 1);
  if (typeof last !== "number") return first;
  const isTaken =
    prepared(tx, selectTaken)
      .pluck()
      .get(last + 1) !== undefined;
  // So many mails of one second come from nowhere real; they are found all the same, only behind all others.
  return isTaken ? (prepared<number>(tx, `select max(id) + 1 from search_documents`).pluck().get() ?? first) : last + 1;
}

const selectState = `select last_message_id as lastMessageId, last_note_id as lastNoteId from search_state where id = 1`;
const selectMessages = `select id, received_at as at from messages where id > ? order by id limit ?`;
const selectNotes = `select id, created_at as at from notes where id > ? order by id limit ?`;
const selectLast = `select max(id) from search_documents where id between ? and ?`;
const selectTaken = `select 1 from search_documents where id = ?`;
const insertDocument = `insert into search_documents (id, message_id, note_id, version) values (?, ?, ?, 0)`;
const updateState = `update search_state set last_message_id = ?, last_note_id = ? where id = 1`;
const selectUnregistered = `
  select exists (select 1 from messages where id > (select last_message_id from search_state))
    or exists (select 1 from notes where id > (select last_note_id from search_state))`;
