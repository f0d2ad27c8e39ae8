/**
 * What the outbox speaks to for an account of sample mail: a mail server that is this machine alone. It has what the store has settled,
 * keeps whatever it is told, and gives contents out of the sample mails. There is no socket in it.
 */
import { foldersOf } from "#db/queries/sync/folders";
import { placesInFolder, type SamplePlace } from "#db/queries/sync/sample-mail";
import { ImapError } from "#server/imap/errors";
import type {
  AppendReceipt,
  FlagRow,
  ImapSession,
  MoveReceipt,
  RemoteFolder,
  SelectedFolder,
  ServerCapabilities,
  UidRange,
} from "#server/imap/session";
import { mimeLeaves } from "#server/mime/parse-mime";
import { store } from "#server/store";
import type { SampleMail } from "./mails/sample-mail.ts";
import { SampleUids, sampleUidValidity } from "./sample-uids.ts";

const capabilities: ServerCapabilities = {
  qresync: false, condstore: false, idle: false, notify: false, move: true, uidplus: true, esearch: false, listStatus: false, specialUse: false,
  objectId: false, gmail: false, messageLimit: null, names: [],
}; // prettier-ignore

const nothing = () => Promise.resolve();

export class SampleSession implements ImapSession {
  readonly capabilities = capabilities;
  readonly serverWords = "";
  readonly selectedUidValidity = sampleUidValidity;
  readonly traffic = { sentBytes: 0, receivedBytes: 0 };
  readonly #accountId: number;
  readonly #mails: ReadonlyMap<string, SampleMail>;
  readonly #uids: SampleUids;
  #selectedPath: string | null = null;
  #isOpen = true;

  constructor(accountId: number, mails: readonly SampleMail[]) {
    this.#accountId = accountId;
    this.#mails = new Map(mails.map((mail) => [mail.id, mail]));
    this.#uids = new SampleUids(accountId);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get selectedPath(): string | null {
    return this.#selectedPath;
  }

  get selectedCount(): number | null {
    return this.#selectedPath === null ? null : this.#places().length;
  }

  readonly listen = () => () => undefined;
  readonly createFolder = nothing;
  readonly renameFolder = nothing;
  readonly deleteFolder = nothing;
  readonly subscribeFolder = nothing;
  readonly storeFlags = nothing;
  readonly storeLabels = nothing;
  readonly removeCopied = nothing;
  readonly idle = nothing;
  readonly noop = nothing;
  readonly prove = nothing;
  readonly unselect = () => Promise.resolve(true);
  readonly notify = () => Promise.resolve(false);
  readonly countChanged = () => Promise.resolve(null);
  readonly searchProviderMessage = () => Promise.resolve([]);
  readonly fetchHeaders = () => Promise.reject(unasked());
  readonly fetchHeadersDegraded = () => Promise.reject(unasked());

  async listFolders(): Promise<RemoteFolder[]> {
    const folders = await foldersOf(store().read, this.#accountId);
    return folders.map(({ path, name, delimiter, selectable, subscribed }) => ({
      path, name, delimiter, selectable, subscribed, serverRole: null, namespacePrefix: "", status: null, mailboxId: null,
    })); // prettier-ignore
  }

  async status(path: string) {
    const places = this.#places(path);
    const unseenCount = places.filter((place) => !place.seen).length;
    const uidNext = await this.#uids.next(path);
    return { messageCount: places.length, unseenCount, uidNext, uidValidity: sampleUidValidity, highestModseq: null };
  }

  async select(path: string): Promise<SelectedFolder> {
    this.#selectedPath = path;
    const { messageCount, uidNext } = await this.status(path);
    return {
      path, messageCount, uidNext, uidValidity: sampleUidValidity, highestModseq: null, readOnly: false,
      permanentFlags: ["\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft", "\\*"], mailboxId: null, resync: null,
    }; // prettier-ignore
  }

  searchUids(range: UidRange): Promise<number[]> {
    return Promise.resolve(this.#within(range).map((place) => place.uid));
  }

  countUids(range: UidRange): Promise<number> {
    return Promise.resolve(this.#within(range).length);
  }

  searchHeader(field: string, value: string): Promise<number[]> {
    const isFound = (place: SamplePlace) => field.toLowerCase() === "message-id" && value.includes(place.internetMessageId); // prettier-ignore
    return Promise.resolve(this.#places().filter(isFound).map((place) => place.uid)); // prettier-ignore
  }

  fetchFlags(range: UidRange): Promise<{ rows: FlagRow[]; vanished: number[] }> {
    const rows = this.#within(range).map((place) => ({ uid: place.uid, flags: flagsOf(place), modseq: null }));
    return Promise.resolve({ rows, vanished: [] });
  }

  async fetchParts(uid: number, parts: string[], maxBytes: number): Promise<Map<string, Buffer>> {
    const source = await this.fetchSource(uid);
    if (!source) return new Map();
    const wanted = mimeLeaves(source).filter(({ part }) => parts.includes(part.part));
    return new Map(wanted.map(({ part, content }) => [part.part, Buffer.from(content.subarray(0, maxBytes))]));
  }

  async fetchPartsOfMany(wanted: { uid: number; parts: string[] }[], maxBytes: number) {
    const found = new Map<number, Map<string, Buffer>>();
    for (const { uid, parts } of wanted) found.set(uid, await this.fetchParts(uid, parts, maxBytes));
    return found;
  }

  async fetchSource(uid: number): Promise<Buffer | null> {
    const id = this.#places().find((place) => place.uid === uid)?.internetMessageId ?? "";
    return (await this.#mails.get(id)?.source()) ?? null;
  }

  async fetchSources(uids: number[]): Promise<Map<number, Buffer>> {
    const sources = new Map<number, Buffer>();
    for (const uid of uids) {
      const source = await this.fetchSource(uid);
      if (source) sources.set(uid, source);
    }
    return sources;
  }

  async move(uids: number[], destination: string): Promise<MoveReceipt> {
    const here = new Set(this.#places().map((place) => place.uid));
    const uidMap = new Map<number, number>();
    for (const uid of uids) if (here.has(uid)) uidMap.set(uid, await this.#uids.take(destination));
    return { uidMap, destinationUidValidity: sampleUidValidity, manner: "moved" };
  }

  async append(path: string): Promise<AppendReceipt> {
    return { uid: await this.#uids.take(path), uidValidity: sampleUidValidity };
  }

  logout(): Promise<void> {
    this.destroy();
    return Promise.resolve();
  }

  destroy(): void {
    this.#isOpen = false;
  }

  #places(path = this.#selectedPath ?? ""): SamplePlace[] {
    return placesInFolder(store().read, this.#accountId, path);
  }

  #within({ from, to }: UidRange): SamplePlace[] {
    return this.#places().filter(({ uid }) => uid >= from && uid <= to);
  }
}

function flagsOf({ seen, flagged, answered, draft }: SamplePlace): string[] {
  const names: [number, string][] = [[seen, "\\Seen"], [flagged, "\\Flagged"], [answered, "\\Answered"], [draft, "\\Draft"]]; // prettier-ignore
  return names.flatMap(([isSet, flag]) => (isSet ? [flag] : []));
}

const unasked = () => new ImapError("protocol", "sample", "Sample mail is not read by sync.");
