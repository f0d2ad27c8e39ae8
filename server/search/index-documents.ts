/**
 * Brings the search index up to what is stored, in short commits. What is done is noted in the same commit, so a kill between two loses
 * nothing; a power cut may take the last ones back, whole.
 */
import type { Db, Store } from "#db/dialect/sqlite";
import { pendingDocuments, type PendingDocument } from "#db/queries/search/pending-documents";
import { hasUnregistered, registerDocuments } from "#db/queries/search/register-documents";
import { writeDocuments, type IndexedDocument } from "#db/queries/search/write-documents";
import type { MailAddress } from "#lib/contracts/address";
import { accountWord, inboxWord } from "#lib/search/place-word";
import { indexText, wordsVersion } from "#lib/search/words";

const registerMax = 1000;
const batchMax = 200;

/** @returns how many documents were brought up to date; none when all are */
export async function indexBatch(store: Store, limit = batchMax): Promise<number> {
  const registered = await registerNew(store);
  // Read and cut into words before the lock is taken.
  const documents = pendingDocuments(store.read, wordsVersion, limit).map(inWords);
  if (documents.length === 0) return registered;
  await store.write(async (tx) => writeDocuments(tx, documents, wordsVersion), { mayBeLost: true });
  return documents.length;
}

/** Until nothing is left to do. */
export async function indexAll(store: Store): Promise<void> {
  while ((await indexBatch(store)) > 0);
}

async function registerNew(store: Store): Promise<number> {
  if (!hasUnregistered(store.read)) return 0;
  return store.write(async (tx: Db) => registerDocuments(tx, registerMax), { mayBeLost: true });
}

function inWords(one: PendingDocument): IndexedDocument {
  return {
    id: one.id,
    readVersion: one.version,
    subject: indexText(one.subject),
    sender: peopleInWords(one.from),
    receivers: peopleInWords(one.to),
    copied: peopleInWords(one.cc),
    body: indexText(one.text),
    files: one.files.map(indexText).join(" "),
    note: indexText(one.note),
    places: [...one.accountIds.map(accountWord), ...(one.inboxId === null ? [] : [inboxWord(one.inboxId)])].join(" "),
  };
}

function peopleInWords(people: readonly MailAddress[]): string {
  return people.map(({ name, address }) => indexText(`${name} ${address}`)).join(" ");
}
