/**
 * Which of a transfer's mails lie in the target folder already: those with the Message-ID, size and time, or else the bytes, of one that
 * was there before the transfer came. Each of these stands for one mail only: of two that are the same both stay two.
 */
import { knownPlacements, uidsThereAlready } from "#db/queries/transfers/ledger";
import type { HeaderRow, ImapSession } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { TransferJob } from "../job.ts";
import { hashOf, messageIdIn, secondOf, type Marks } from "./mail-to-append.ts";

type Place = { accountId: number; path: string; uidValidity: bigint; boundary: number };
type Found = { internetMessageId: string | null; receivedAt: Date; uid: number };

const windowCount = 250;

export class ThereAlready {
  readonly #job: TransferJob;
  readonly #place: Place;
  readonly #uids = new Map<string, number[]>();
  readonly #taken: Set<number>;

  private constructor(job: TransferJob, place: Place) {
    this.#job = job;
    this.#place = place;
    this.#taken = new Set(uidsThereAlready(store().read, job.transfer.id, place.path));
  }

  /** What the store does not know of the folder the server is asked for. */
  static async of(job: TransferJob, place: Place): Promise<ThereAlready> {
    const index = new ThereAlready(job, place);
    const { accountId, path, uidValidity, boundary } = place;
    const known = await knownPlacements(store().read, accountId, path, uidValidity, boundary);
    for (const row of known) index.#add({ ...row, internetMessageId: idInStore(row.internetMessageId) });
    const knownUids = new Set(known.map((row) => row.uid));
    const unknown = (await index.#inFolder((session) => session.searchUids({ from: 1, to: boundary - 1 }))).filter(
      (uid) => !knownUids.has(uid),
    );
    for (let at = 0; at < unknown.length && !job.signal.aborted; at += windowCount) {
      const rows = await index.#headersOf(unknown.slice(at, at + windowCount));
      for (const row of rows) index.#add({ ...row, internetMessageId: messageIdIn(row.headers) });
    }
    return index;
  }

  /** The UID that the mail has in the folder, which is then taken; null for one that is not there. */
  async take(marks: Marks): Promise<number | null> {
    const uids = (this.#uids.get(keyOf(marks)) ?? []).filter((uid) => !this.#taken.has(uid));
    if (uids.length === 0) return null;
    const rows = await this.#headersOf(uids);
    const alike = rows.filter(({ sizeBytes }) => sizeBytes === marks.sizeBytes || sizeBytes === marks.crlfBytes);
    const isSure = (row: HeaderRow) =>
      marks.internetMessageId !== null && secondOf(row.receivedAt) === marks.receivedSecond;
    const uid = alike.find(isSure)?.uid ?? (await this.#withSameBytes(alike, marks));
    if (uid !== null) this.#taken.add(uid);
    return uid;
  }

  #add({ internetMessageId, receivedAt, uid }: Found): void {
    const key = keyOf({ internetMessageId, receivedSecond: secondOf(receivedAt) });
    const uids = this.#uids.get(key);
    if (uids) uids.push(uid);
    else this.#uids.set(key, [uid]);
  }

  async #withSameBytes(rows: readonly HeaderRow[], marks: Marks): Promise<number | null> {
    for (const { uid, sizeBytes } of rows) {
      const source = await this.#inFolder((session) => session.fetchSource(uid, sizeBytes + 1));
      if (source && [marks.sha256, marks.crlfSha256].includes(hashOf(source))) return uid;
    }
    return null;
  }

  async #headersOf(uids: number[]): Promise<HeaderRow[]> {
    return (await this.#inFolder((session) => session.fetchHeaders(uids))).rows;
  }

  #inFolder<T>(work: (session: ImapSession) => Promise<T>): Promise<T> {
    const { accountId, path } = this.#place;
    return this.#job.sessions.run(accountId, 3, async (session) => {
      if (session.selectedPath !== path) await session.select(path);
      return work(session);
    });
  }
}

const keyOf = ({ internetMessageId, receivedSecond }: Pick<Marks, "internetMessageId" | "receivedSecond">) =>
  internetMessageId ?? `at ${receivedSecond}`;

/** The store names those that have none by themselves. */
const idInStore = (id: string) => (id.endsWith("@missing.invalid") ? null : id);
