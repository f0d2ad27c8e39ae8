/**
 * The port: what the engine needs of a mail server, in IMAP's words but none of a library's.
 * One session is one connection and one login; its methods run one at a time, in the order they were called.
 * Every method throws `ImapError` and never answers with half a truth: where a result may be partial, it says so.
 */
import type { ConnectionSecurity, FolderRole } from "#lib/contracts/vocabulary";
import type { MessagePart } from "#lib/contracts/message-part";

export type ImapSettings = {
  host: string;
  port: number;
  security: ConnectionSecurity;
  username: string;
  /** Not looked at where there is an access token. */
  password: string;
  /** Signs in by OAUTHBEARER (RFC 7628), else by XOAUTH2. */
  accessToken?: string;
  /** `watch` idles on one folder for hours; `command` works and never idles by itself. */
  purpose: "watch" | "command";
  /** Off for servers that announce QRESYNC and break it (iCloud), and for tests. */
  allowQresync?: boolean;
  allowCondstore?: boolean;
  /** In place of the usual: tests wait less. */
  silence?: Silence;
};

/** How long a server may say nothing before it is taken for gone, in milliseconds: while it owes an answer, and while nothing is asked of it. */
export type Silence = { owingMs: number; restingMs: number };

export type ServerCapabilities = {
  /** Enabled on this connection, not only announced. */
  qresync: boolean;
  condstore: boolean;
  idle: boolean;
  notify: boolean;
  move: boolean;
  uidplus: boolean;
  esearch: boolean;
  listStatus: boolean;
  specialUse: boolean;
  objectId: boolean;
  gmail: boolean;
  /** How many messages the server takes in one command (RFC 9738). */
  messageLimit: number | null;
  /** As announced, upper case, for the account's page. */
  names: string[];
};

export type RemoteFolder = {
  path: string;
  name: string;
  delimiter: string;
  selectable: boolean;
  /** SPECIAL-USE (RFC 6154) or INBOX itself. */
  serverRole: FolderRole | null;
  /** `\Flagged` or `\Important`: it shows what lies elsewhere. */
  isVirtual?: boolean;
  /** Gmail's name for what the folder shows, where it is one of Gmail's own, e.g. `\\Inbox`. */
  ownLabel?: string | null;
  /** Undefined where the server does not tell. */
  subscribed?: boolean | undefined;
  /** The personal namespace's prefix, e.g. `INBOX.`; a name directly below it counts as top level. */
  namespacePrefix: string;
  /** With LIST-STATUS; null where the server answered none. */
  status: FolderStatus | null;
  /** The folder's own name for itself (RFC 8474), which a rename leaves as it is; null where the server has none. */
  mailboxId: string | null;
};

export type FolderStatus = {
  messageCount: number;
  unseenCount: number;
  uidNext: number | null;
  /** null where the server gave none or 0, which is no change of it. */
  uidValidity: bigint | null;
  highestModseq: bigint | null;
};

export type SelectedFolder = {
  path: string;
  /** 0 where the server gave none, which is no change of it. */
  uidValidity: bigint;
  uidNext: number | null;
  messageCount: number;
  /** Captured when SELECT was answered, never raised by later rows; null with NOMODSEQ. */
  highestModseq: bigint | null;
  readOnly: boolean;
  /** Keywords other than those listed cannot be kept (no `\*` in PERMANENTFLAGS). */
  permanentFlags: string[];
  mailboxId: string | null;
  /** Answer to `resync`: what changed since; null when it was not asked for or the server could not tell. */
  resync: { flags: FlagRow[]; vanished: number[] } | null;
};

/** `labels` of Gmail in one spelling and order (`lib/mail/labels`). */
export type FlagRow = { uid: number; flags: string[]; modseq: bigint | null; labels?: string[] };

export type HeaderRow = FlagRow & {
  receivedAt: Date;
  sizeBytes: number;
  /** The raw header block of the fields asked for: a literal, immune to ENVELOPE bugs. */
  headers: Buffer;
  /** Leaves of the BODYSTRUCTURE, of which every message has one; empty when it could not be read: parse the source then. */
  parts: MessagePart[];
  /** X-GM-MSGID or EMAILID. */
  providerMessageId?: string;
  providerThreadId?: string;
};

export type HeaderBatch = {
  rows: HeaderRow[];
  /** Flag updates of other messages that the server mixed in. */
  otherFlags: FlagRow[];
  /** Asked for and not answered: gone, or unreadable. The caller accounts for each. */
  missingUids: number[];
};

export type MoveReceipt = {
  /** Source UID to destination UID (COPYUID, RFC 4315); null when the server does not tell. */
  uidMap: Map<number, number> | null;
  destinationUidValidity: bigint | null;
  /** How it was done: `copied` leaves the source marked \Deleted, because without UIDPLUS nothing may be expunged. */
  manner: "moved" | "copied-and-expunged" | "copied";
};

export type AppendReceipt = { uid: number | null; uidValidity: bigint | null };

/** What a server tells by itself while a folder is watched. It is a hint: the truth is fetched. */
export type SessionEvent =
  | { kind: "exists"; path: string; count: number }
  | { kind: "flags"; path: string; row: FlagRow }
  | { kind: "vanished"; path: string; uids: number[] }
  /** Without QRESYNC an expunge names a sequence number only. */
  | { kind: "expunged"; path: string }
  /** Flags of a message changed that the server named by sequence number only. */
  | { kind: "changed"; path: string }
  /** Said beside an answer, for people; or the text of an answer that asks to slow down. */
  | { kind: "alert"; text: string }
  /** `bye` is what the server said at the end, empty when nothing. */
  | { kind: "closed"; error: unknown; bye: string };

/** Inclusive; `to: Infinity` for whatever is newest. */
export type UidRange = { from: number; to: number };

export interface ImapSession {
  readonly capabilities: ServerCapabilities;
  /** What the server says it is: its greeting, and its answer to ID (RFC 2971). */
  readonly serverWords: string;
  readonly isOpen: boolean;
  readonly selectedPath: string | null;
  /** What the selected folder was said to have when it was selected; 0 when nothing was said. */
  readonly selectedUidValidity: bigint;
  /** How many messages the selected folder has, as far as this session was told. */
  readonly selectedCount: number | null;
  /** Bytes on the wire since connect. */
  readonly traffic: { sentBytes: number; receivedBytes: number };

  /** Called for every event until the session closes; returns what removes the listener. */
  listen(listener: (event: SessionEvent) => void): () => void;

  /**
   * All folders with their status: one round trip with LIST-STATUS, else a STATUS each; the same array as the last time when the answer
   * is the same. Throws when the list is empty.
   */
  listFolders(): Promise<RemoteFolder[]>;
  status(path: string): Promise<FolderStatus>;
  createFolder(path: string): Promise<void>;
  /** The folders in it go along. */
  renameFolder(path: string, toPath: string): Promise<void>;
  /** With all that lies in it, but without the folders in it. */
  deleteFolder(path: string): Promise<void>;
  subscribeFolder(path: string, subscribed: boolean): Promise<void>;

  /** SELECTs anew, also when it is selected already; with `resync` and QRESYNC enabled, learns what changed since. */
  select(path: string, resync?: { uidValidity: bigint; modseq: bigint; knownUidMax: number }): Promise<SelectedFolder>;

  /** Leaves the selected folder without expunging. @returns false where the server cannot */
  unselect(): Promise<boolean>;

  /** UID SEARCH UID from:to, optionally SINCE a day; ascending, inside the range. Never an empty list in place of a failure. */
  searchUids(range: UidRange, since?: Date): Promise<number[]>;
  /** How many messages of the selected folder changed after this MODSEQ; null where the server cannot count (ESEARCH, RFC 4731). */
  countChanged(since: bigint): Promise<number | null>;
  /** How many UIDs of a range the selected folder has; null where the server cannot count. */
  countUids(range: UidRange): Promise<number | null>;
  /** UIDs whose header field contains the value. */
  searchHeader(field: string, value: string, range?: UidRange): Promise<number[]>;

  /** UIDs of the message that Gmail knows by this X-GM-MSGID. */
  searchProviderMessage(providerMessageId: string): Promise<number[]>;

  fetchHeaders(uids: number[], take?: (row: HeaderRow) => void): Promise<HeaderBatch>;
  /**
   * Of one UID, by ever simpler requests until one brings its headers; null when none does.
   * @param skipCount how many requests to leave out, because they end the connection
   */
  fetchHeadersDegraded(uid: number, skipCount?: number): Promise<HeaderRow | null>;
  /** FLAGS of a range; with `changedSince` only those changed, and with QRESYNC what vanished too. */
  fetchFlags(range: UidRange, changedSince?: bigint): Promise<{ rows: FlagRow[]; vanished: number[] }>;

  /** Raw (still transfer-encoded) bytes of parts, by part number; absent where the server gave nothing. */
  fetchParts(uid: number, parts: string[], maxBytes: number): Promise<Map<string, Buffer>>;
  /** The same parts of several messages in one command. */
  fetchPartsOfMany(
    wanted: { uid: number; parts: string[] }[],
    maxBytes: number,
  ): Promise<Map<number, Map<string, Buffer>>>;
  /** The whole message; throws `too-large` above `maxBytes`. */
  fetchSource(uid: number, maxBytes: number): Promise<Buffer | null>;
  /**
   * Several whole messages in one command. Absent is what the server gave nothing of, and what is larger than `maxBytes`: those are fetched
   * by themselves.
   */
  fetchSources(uids: number[], maxBytes: number): Promise<Map<number, Buffer>>;

  /** ± only, never a replacing STORE: it would wipe keywords of others. */
  storeFlags(uids: number[], change: { add: string[]; remove: string[] }): Promise<void>;
  /** X-GM-LABELS, the same way. */
  storeLabels(uids: number[], change: { add: string[]; remove: string[] }): Promise<void>;
  move(uids: number[], destination: string): Promise<MoveReceipt>;
  /** What has been copied elsewhere, or is to go for good: \Deleted, and UID EXPUNGE of exactly these where there is UIDPLUS. */
  removeCopied(uids: number[]): Promise<void>;
  append(path: string, source: Buffer, flags: string[], receivedAt: Date): Promise<AppendReceipt>;

  /** Asks to hear of every folder while it idles in one; tells whether the server will. */
  notify(): Promise<boolean>;
  /** Waits in IDLE (or NOOP where there is none), renewed every `renewMs`, until aborted or the connection ends. */
  idle(signal: AbortSignal, renewMs: number): Promise<void>;
  noop(): Promise<void>;
  /** Ends the connection unless the server says anything within that time; it is asked for a word when its turn comes. Never rejects. */
  prove(withinMs: number): Promise<void>;
  /** LOGOUT, and the socket closed within 2 s. Never CLOSE: that would expunge. */
  logout(): Promise<void>;
  /** At once, without a word. */
  destroy(): void;
}
