/** Counts what goes over the wire, and how many connections are up, and writes it down: bytes now and then, connections when they change. */
import {
  addTraffic,
  forgetConnections,
  hourlyTrafficSince,
  noteContacts,
  setConnections,
  type Connections,
  type Traffic,
} from "#db/queries/health/traffic";
import type { AccountSeat } from "#lib/contracts/vocabulary";
import { DailyBytes } from "#lib/providers/daily-bytes";
import { now } from "#server/clock";
import type { ImapSession } from "#server/imap/session";
import { log } from "#server/log";
import { singleton } from "#server/singleton";
import { store } from "#server/store";

const logger = log("sync");
const intervalMs = 30_000;
const dayMs = 24 * 60 * 60 * 1000;

class TrafficMeter {
  readonly #sessions = new Map<ImapSession, Traffic>();
  readonly #connections = new Map<number, Connections>();
  #days = new DailyBytes();
  #whenWritten: () => Promise<void> = () => Promise.resolve();
  #timer: NodeJS.Timeout | null = null;
  #tail: Promise<void> = Promise.resolve();

  /** @param whenWritten called each time that what was used has been written down */
  start(whenWritten: () => Promise<void>): void {
    this.#whenWritten = whenWritten;
    this.#days = new DailyBytes();
    for (const { hourAt, ...used } of hourlyTrafficSince(store().read, new Date(now().getTime() - dayMs))) {
      this.#days.add(used, hourAt);
    }
    this.#later(() => store().write((tx) => forgetConnections(tx)));
    this.#timer ??= setInterval(() => this.#later(() => this.#writeTraffic()), intervalMs);
    this.#timer.unref();
  }

  /** Counts a session from its beginning to its end. */
  add(accountId: number, session: ImapSession): void {
    this.#sessions.set(session, { accountId, sentBytes: 0, receivedBytes: 0 });
    session.listen((event) => {
      if (event.kind === "closed") this.#end(session);
    });
    const { count, seat } = this.#connectionsOf(accountId);
    this.#change(accountId, { count: count + 1, seat });
  }

  /** Whether the account keeps its connections, or takes turns. */
  sit(accountId: number, seat: AccountSeat): void {
    const { count, seat: last } = this.#connectionsOf(accountId);
    if (last !== seat) this.#change(accountId, { count, seat });
  }

  /** The account is not synced any more. */
  forget(accountId: number): void {
    this.#connections.delete(accountId);
  }

  /** What an account has used in the last 24 hours, up to this moment. */
  usedToday(accountId: number): Traffic {
    this.#takeAll(accountId);
    return this.#days.of(accountId, now());
  }

  /** When so much of it will be more than a day old that no more than `most` is left. */
  belowAt(accountId: number, key: "sentBytes" | "receivedBytes", most: number): Date {
    return this.#days.belowAt(accountId, key, most, now());
  }

  /** Writes down what is known by now, and is done. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#connections.clear();
    this.#later(() => this.#writeTraffic());
    this.#later(() => store().write((tx) => forgetConnections(tx)));
    await this.#tail;
  }

  #end(session: ImapSession): void {
    const counted = this.#sessions.get(session);
    if (!counted) return;
    this.#take(session, counted);
    this.#sessions.delete(session);
    const known = this.#connections.get(counted.accountId);
    if (known) this.#change(counted.accountId, { ...known, count: Math.max(0, known.count - 1) });
  }

  #connectionsOf(accountId: number): Connections {
    return this.#connections.get(accountId) ?? { count: 0, seat: "kept" };
  }

  #change(accountId: number, connections: Connections): void {
    this.#connections.set(accountId, connections);
    this.#later(async () => {
      // Whatever it is by now: several changes in a row are one row.
      if (this.#connections.get(accountId) !== connections) return;
      await store().write(async (tx) => setConnections(tx, accountId, connections, now()));
    });
  }

  async #writeTraffic(): Promise<void> {
    this.#takeAll(null);
    const used = this.#days.takeUnwritten();
    if (used.length === 0) return;
    await store().write(async (tx) => {
      addTraffic(tx, used, now());
      const heard = used.filter((one) => one.receivedBytes > 0).map((one) => one.accountId);
      noteContacts(tx, heard, now());
    });
    await this.#whenWritten();
  }

  #takeAll(accountId: number | null): void {
    for (const [session, counted] of this.#sessions) {
      if (accountId === null || counted.accountId === accountId) this.#take(session, counted);
    }
  }

  /** What a session has used since it was last asked. */
  #take(session: ImapSession, counted: Traffic): void {
    const { accountId } = counted;
    const { sentBytes, receivedBytes } = session.traffic;
    const used = {
      accountId,
      sentBytes: Math.max(0, sentBytes - counted.sentBytes),
      receivedBytes: Math.max(0, receivedBytes - counted.receivedBytes),
    };
    this.#sessions.set(session, { accountId, sentBytes, receivedBytes });
    if (used.sentBytes + used.receivedBytes > 0) this.#days.use(used, now());
  }

  /** One after the other; that it could not be written down is no reason for sync to end. */
  #later(work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work).catch((error: unknown) => {
      logger.warn("What sync used could not be written down.", { error });
    });
  }
}

export const trafficMeter = () => singleton("traffic-meter", () => new TrafficMeter());
