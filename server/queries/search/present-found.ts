import type { Db } from "#db/dialect/sqlite";
import { textsOfMessages, textsOfNotes, type FoundText } from "#db/queries/search/found-texts";
import type { FoundRow } from "#db/queries/search/search-conversations";
import type { Found } from "#lib/contracts/search";
import { msOfId } from "#lib/search/document-id";
import { markWords, wantedWords } from "#lib/search/mark-words";
import type { SearchNode, TextLeaf } from "#lib/search/query-tree";
import { snippetOf } from "#lib/search/snippet";

type Wanted = Record<"subject" | "body" | "people" | "files" | "note", TextLeaf[]>;

/** How what was found reads, by conversation. Text in pieces, never HTML. */
export function presentFound(db: Db, rows: readonly FoundRow[], tree: SearchNode): Map<number, Found> {
  const wanted: Wanted = {
    subject: wantedWords(tree, ["subject"]),
    body: wantedWords(tree, ["body"]),
    people: wantedWords(tree, ["from", "to", "cc"]),
    files: wantedWords(tree, ["filename"]),
    note: wantedWords(tree, ["note"]),
  };
  const texts = textsOfMessages(
    db,
    rows.flatMap((row) => row.messageId ?? []),
  );
  const notes = textsOfNotes(
    db,
    rows.flatMap((row) => row.noteId ?? []),
  );
  const found = new Map<number, Found>();
  for (const { key, conversationId, messageId, noteId } of rows) {
    const at = new Date(msOfId(key)).toISOString();
    const text = messageId === null ? undefined : texts.get(messageId);
    const note = noteId === null ? undefined : notes.get(noteId);
    if (text) found.set(conversationId, { messageId, noteId, at, ...ofMessage(text, wanted) });
    else if (note !== undefined) found.set(conversationId, { messageId, noteId, at, ...ofNote(note, wanted) });
  }
  return found;
}

function ofMessage(text: FoundText, wanted: Wanted): Pick<Found, "place" | "subject" | "snippet"> {
  const subject = markWords(text.subject, wanted.subject);
  const inText = snippetOf(text.text === "" ? text.preview : text.text, wanted.body);
  if (inText) return { subject, place: "text", snippet: inText };
  const inFile = firstSnippet(text.files, wanted.files);
  if (inFile) return { subject, place: "file", snippet: inFile };
  const people = [{ name: text.fromName, address: text.fromAddress }, ...text.recipients];
  const inPeople = firstSnippet(
    people.map(({ name, address }) => (name === "" ? address : `${name} <${address}>`)),
    wanted.people,
  );
  if (inPeople) return { subject, place: "person", snippet: inPeople };
  return { subject, place: "none", snippet: text.preview === "" ? [] : [{ text: text.preview, isFound: false }] };
}

function ofNote(note: string, wanted: Wanted): Pick<Found, "place" | "subject" | "snippet"> {
  return {
    place: "note",
    subject: [],
    snippet: snippetOf(note, wanted.note) ?? [{ text: note.slice(0, 180), isFound: false }],
  };
}

function firstSnippet(texts: readonly string[], wanted: readonly TextLeaf[]) {
  for (const text of texts) {
    const snippet = snippetOf(text, wanted);
    if (snippet) return snippet;
  }
  return null;
}
