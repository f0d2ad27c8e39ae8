/** What the recorder's thread does; see `recorder.ts`. */
import { open, type Store } from "#db/dialect/sqlite";
import { takeKey } from "#server/vault";
import { fileMessages, type Filed, type Filing } from "./file-messages.ts";
import { unpackMessages, type PackedMessages } from "./pack-messages.ts";

export type HistoryTask = { place: Place; packed: PackedMessages; filing: Filing };

type Place = {
  databasePath: string;
  /** How many wait for its lock; see `server/waiting-writers`. */
  waitingWriters: Int32Array;
  /** What our own Message-IDs are known by. */
  messageIdKey: Uint8Array;
};

/** A window's pages lie side by side. */
const cacheKb = 2000;

/** For the thread to load what it needs. */
export function begin(): void {}

let opened: { path: string; store: Store } | null = null;

/**
 * Stores a window of history. A power cut may cost the commit: the frontier goes back with it, and the window is brought again.
 * @returns null when the folder is gone by now
 */
export async function fileHistory({ place, packed, filing }: HistoryTask): Promise<Filed | null> {
  // Newest first, as history is brought; a server answers in any order.
  const messages = unpackMessages(packed).sort((a, b) => b.place.uid - a.place.uid);
  return storeAt(place).write((tx) => fileMessages(tx, filing, messages), { mayBeLost: true });
}

function storeAt({ databasePath, waitingWriters, messageIdKey }: Place): Store {
  if (opened?.path !== databasePath) {
    opened?.store.close();
    takeKey("message-id", Buffer.from(messageIdKey));
    opened = { path: databasePath, store: open(databasePath, waitingWriters, cacheKb) };
  }
  return opened.store;
}
