/** Counts what goes over the wire, and how many connections are up, and writes it down now and then. */
import { addTraffic, forgetConnections, noteContact, setConnections } from "#db/queries/health/traffic";
import { now } from "#server/clock";
import type { ImapSession } from "#server/imap/session";
import { log } from "#server/log";
import { singleton } from "#server/singleton";
import { store } from "#server/store";

const logger = log("sync");
const intervalMs = 30_000;

type Counted = { accountId: number; sentBytes: number; receivedBytes: number };

class TrafficMeter {
  readonly #sessions = new Map<ImapSession, Counted>();
  #timer: NodeJS.Timeout | null = null;
  #tail: Promise<void> = Promise.resolve();

  start(): void {
    this.#later(() => store().write((tx) => forgetConnections(tx)));
    this.#timer ??= setInterval(() => this.#later(() => this.#write([...this.#sessions.keys()])), intervalMs);
    this.#timer.unref();
  }

  /** Counts a session from its beginning to its end. */
  add(accountId: number, session: ImapSession): void {
    this.#sessions.set(session, { accountId, sentBytes: 0, receivedBytes: 0 });
    session.listen((event) => {
      if (event.kind === "closed") this.#later(() => this.#end(session));
    });
    this.#later(() => this.#write([session]));
  }

  /** Writes down what is known by now, and is done. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#later(() => this.#write([...this.#sessions.keys()]));
    this.#later(() => store().write((tx) => forgetConnections(tx)));
    await this.#tail;
  }

  async #end(session: ImapSession): Promise<void> {
    const counted = this.#sessions.get(session);
    if (!counted) return;
    const used = this.#take(session);
    this.#sessions.delete(session);
    const count = this.#countOf(counted.accountId);
    await store().write(async (tx) => {
      if (used) await addTraffic(tx, used, now());
      await setConnections(tx, counted.accountId, count, now());
    });
  }

  async #write(sessions: ImapSession[]): Promise<void> {
    const used = sessions.flatMap((session) => this.#take(session) ?? []);
    const accountIds = new Set(sessions.flatMap((session) => this.#sessions.get(session)?.accountId ?? []));
    await store().write(async (tx) => {
      for (const one of used) {
        await addTraffic(tx, one, now());
        if (one.receivedBytes > 0) await noteContact(tx, one.accountId, now());
      }
      for (const accountId of accountIds) await setConnections(tx, accountId, this.#countOf(accountId), now());
    });
  }

  /** What a session has used since it was last asked. */
  #take(session: ImapSession): Counted | null {
    const counted = this.#sessions.get(session);
    if (!counted) return null;
    const { sentBytes, receivedBytes } = session.traffic;
    const used = {
      accountId: counted.accountId,
      sentBytes: Math.max(0, sentBytes - counted.sentBytes),
      receivedBytes: Math.max(0, receivedBytes - counted.receivedBytes),
    };
    this.#sessions.set(session, { accountId: counted.accountId, sentBytes, receivedBytes });
    return used.sentBytes + used.receivedBytes > 0 ? used : null;
  }

  #countOf(accountId: number): number {
    return this.#sessions
      .values()
      .filter((counted) => counted.accountId === accountId)
      .toArray().length;
  }

  /** One after the other; that it could not be written down is no reason for sync to end. */
  #later(work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work).catch((error: unknown) => {
      logger.warn("What sync used could not be written down.", { error });
    });
  }
}

export const trafficMeter = () => singleton("traffic-meter", () => new TrafficMeter());
