/** What the recorder's thread does; see `recorder.ts`. */
import { open, type Store } from "#db/dialect/sqlite";
import { messageOf } from "#server/errors";
import { fileMessages, piecesOf, prepareMessages, type Filed, type Filing } from "./file-messages.ts";
import { unpackRows, type PackedRows } from "./pack-rows.ts";

export type HistoryTask = {
  databasePath: string;
  waitingWriters: Int32Array;
  rows: PackedRows;
  /** One for each piece of the rows. */
  filings: Filing[];
};

/** As far as it came: what is filed stays filed when a later piece fails. */
export type HistoryOutcome = { filed: Filed[]; failure: string | null; isFolderGone: boolean };

let opened: { path: string; store: Store } | null = null;

/**
 * Stores a window of history, commit by commit. A power cut may cost these commits: the frontier goes back with them, and they are
 * brought again.
 */
export async function fileHistory({ rows, filings, ...place }: HistoryTask): Promise<HistoryOutcome> {
  const outcome: HistoryOutcome = { filed: [], failure: null, isFolderGone: false };
  try {
    for (const [index, piece] of piecesOf(unpackRows(rows)).entries()) {
      const filing = filings[index];
      if (!filing) throw new Error("Every piece of a window has its filing.");
      // Headers are read before the write lock is taken.
      const messages = prepareMessages(piece);
      const filed = await storeAt(place).write((tx) => fileMessages(tx, filing, messages), { mayBeLost: true });
      if (filed === null) return { ...outcome, isFolderGone: true };
      outcome.filed.push(filed);
    }
  } catch (error) {
    outcome.failure = messageOf(error);
  }
  return outcome;
}

function storeAt({ databasePath, waitingWriters }: Pick<HistoryTask, "databasePath" | "waitingWriters">): Store {
  if (opened?.path !== databasePath) {
    opened?.store.close();
    opened = { path: databasePath, store: open(databasePath, waitingWriters) };
  }
  return opened.store;
}
