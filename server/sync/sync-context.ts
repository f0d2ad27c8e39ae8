import type { AccountRow } from "#db/queries/sync/accounts";
import type { AccountSessions } from "#server/imap/account-sessions";
import type { FlagRow, ImapSession, ServerCapabilities } from "#server/imap/session";
import type { WindowAnswer } from "./fetch-window.ts";
import type { Teller } from "./teller.ts";
import type { Timing } from "./timing.ts";

/** What every pass over one account works with, from the moment a connection is up until it ends. */
export type SyncContext = {
  account: AccountRow;
  sessions: AccountSessions;
  capabilities: ServerCapabilities;
  timing: Timing;
  teller: Teller;
  signal: AbortSignal;
  /** By folder id; outlives connections. */
  memory: Map<number, FolderMemory>;
  /** What is remembered of Gmail's labels, as long. */
  labels: LabelMemory;
};

export type LabelMemory = {
  /** Labels whose folder counts otherwise than its messages, with both counts; empty when all agree. */
  off: string;
  /** When all labels were read because of that. */
  readAt: number;
  /** After that a label's folder still shows more than All Mail has of it. */
  isShort: boolean;
};

export const freshLabelMemory = (): LabelMemory => ({ off: "", readAt: -Infinity, isShort: false });

/** What a worker remembers of a folder that need not survive a restart. */
export type FolderMemory = {
  /** Wanted history not fetched yet, ascending; null until it was searched for. */
  backlog: number[] | null;
  windowSize: number;
  /** UIDs of a window that could not be read: one of them is the reason. */
  suspects: Set<number>;
  /** A window that was asked for before it was wanted. */
  ahead: { session: ImapSession; generation: number; uids: number[]; answer: Promise<WindowAnswer> } | null;
  /** Changes of UIDVALIDITY since the last time that all history was in. */
  resetCount: number;
  /** Visits in a row that found the folder missing. */
  absentCount: number;
  /** What the server said of the folder when it was left alone; null while it is not. */
  parkedStatus: string | null;
  /** How many requests for a message that was set aside have ended the connection, from the fullest on. */
  killers: Map<number, number>;
  /** Messages set aside since the last window that could be read. */
  poisonCount: number;
  /** UIDs of the last days, which are brought first, begin here; null until searched for. */
  recentFrom: number | null;
  /** The window that the last connection broke on. */
  brokenWindow: string;
  /** Vanished while an agent's move was on its way. */
  heldUids: Set<number>;
  /** Looks in a row at which a change was announced and none was seen. */
  lateCount: number;
  newestScanAt: number;
  fullScanAt: number;
  comparedAt: number;
};

/** What the server told by itself about a folder, by path: some servers say it once only. */
export type Hint = { flags: FlagRow[]; vanished: number[]; isArrival: boolean };

export function memoryOf(context: SyncContext, folderId: number): FolderMemory {
  let memory = context.memory.get(folderId);
  if (!memory) context.memory.set(folderId, (memory = freshMemory()));
  return memory;
}

export function freshMemory(): FolderMemory {
  return {
    backlog: null,
    windowSize: 50,
    suspects: new Set(),
    ahead: null,
    resetCount: 0,
    absentCount: 0,
    parkedStatus: null,
    killers: new Map(),
    poisonCount: 0,
    recentFrom: null,
    brokenWindow: "",
    heldUids: new Set(),
    lateCount: 0,
    newestScanAt: -Infinity,
    fullScanAt: -Infinity,
    comparedAt: -Infinity,
  };
}
