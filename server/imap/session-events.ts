/** What a server tells unasked, told on to whoever listens, or set aside while a resync gathers it. */
import type { ImapFlow, ImapResponse } from "imapflow";
import { tokenText } from "./response-tokens.ts";
import type { FlagRow, SessionEvent, UidRange } from "./session.ts";
import { countUids, expandRanges, parseUidSet } from "./uid-set.ts";

/** Of one folder, or of whichever is being selected. */
export type Staging = { path: string | null; flags: FlagRow[]; vanished: UidRange[] };

// More than this at once is told as "something went", and looked up.
const announcedUidsMax = 100_000;

export class SessionEvents {
  readonly #client: ImapFlow;
  readonly #listeners = new Set<(event: SessionEvent) => void>();
  #staging: Staging | null = null;
  #failure: unknown = null;

  constructor(client: ImapFlow) {
    this.#client = client;
    client.on("exists", ({ path, count }) => this.emit({ kind: "exists", path, count }));
    client.on("flags", ({ path, uid, flags, modseq }) => {
      if (!uid) this.emit({ kind: "changed", path });
      else this.#takeFlags(path, { uid, flags: withoutRecent(flags), modseq: modseq ?? null });
    });
    client.on("expunge", ({ path }) => this.emit({ kind: "expunged", path }));
    client.on("alert", ({ message }) => this.emit({ kind: "alert", text: message }));
    client.on("error", (error) => (this.#failure = error));
    client.on("close", () => this.emit({ kind: "closed", error: this.#failure, bye: client.byeReason ?? "" }));
  }

  listen(listener: (event: SessionEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: SessionEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Gathers flags and vanished UIDs of a folder (null: of the one being selected) while `work` runs: its answer, not news. */
  async gather<T>(path: string | null, work: () => Promise<T>): Promise<{ result: T; staging: Staging }> {
    const staging: Staging = { path, flags: [], vanished: [] };
    this.#staging = staging;
    try {
      return { result: await work(), staging };
    } finally {
      this.#staging = null;
    }
  }

  /**
   * VANISHED (RFC 7162 §3.2.10). Without EARLIER it may never be said again, so it is told even while it is gathered.
   * @param mailbox given while that one is being selected
   */
  takeVanished(untagged: ImapResponse, mailbox: { path: string } | undefined): void {
    const attributes: unknown[] = untagged.attributes ?? [];
    const isEarlier = Array.isArray(attributes[0]) && attributes[0].some((tag) => /^earlier$/i.test(tokenText(tag)));
    const ranges = parseUidSet(tokenText(attributes[Array.isArray(attributes[0]) ? 1 : 0]));
    const selected = this.#client.mailbox;
    const path = mailbox?.path ?? (selected ? selected.path : null);
    if (path === null) return;
    if (!mailbox && selected && !isEarlier) selected.exists = Math.max(0, selected.exists - countUids(ranges));
    const staging = this.#stagingOf(path);
    staging?.vanished.push(...ranges);
    if (staging && isEarlier) return;
    if (countUids(ranges) > announcedUidsMax) this.emit({ kind: "expunged", path });
    else this.emit({ kind: "vanished", path, uids: expandRanges(ranges, { from: 1, to: Infinity }) });
  }

  #takeFlags(path: string, row: FlagRow): void {
    const staging = this.#stagingOf(path);
    if (staging) staging.flags.push(row);
    else this.emit({ kind: "flags", path, row });
  }

  #stagingOf(path: string): Staging | null {
    return this.#staging?.path === path || this.#staging?.path === null ? this.#staging : null;
  }
}

/** \Recent says which session saw a message first (RFC 3501 §2.3.2), nothing of the message. */
export const withoutRecent = (flags: Iterable<string> | undefined): string[] =>
  [...(flags ?? [])].filter((flag) => flag.toLowerCase() !== "\\recent");
