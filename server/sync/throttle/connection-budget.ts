import PQueue from "p-queue";
import type { AccountRow } from "#db/queries/sync/accounts";
import { profileOfAccount } from "#lib/providers/find-profile";
import { HostGroups } from "./host-groups.ts";
import { HostPlaces, type PlacePurpose } from "./host-places.ts";

/** At most three connections to one host are being made at once: a burst of logins looks like an attack. */
const concurrency = 3;

type Options = { loginsPerSecond: number | null; connectionsPerHost: number | null };

type Host = { places: HostPlaces; logins: PQueue; loginsPerSecond: number };

export type ConnectionWish = {
  purpose: PlacePurpose;
  isUrgent?: boolean;
  contactAt?: number;
  onRecall?: () => void;
  signal: AbortSignal;
};

/** Connections to mail servers: so many at once and so many logins a second to each, whatever number of accounts share it. */
export class ConnectionBudget {
  readonly #options: Options;
  readonly #groups = new HostGroups();
  readonly #hosts = new Map<string, Host>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** Takes an account into account for as long as it is synced. */
  async join(account: AccountRow): Promise<Seat> {
    const group = await this.#groups.groupOf(account.imapHost, account.imapPort);
    const { limits } = profileOfAccount(account);
    const host = this.#hosts.get(group) ?? this.#openHost(group, limits.loginsPerSecond);
    host.places.allow(this.#options.connectionsPerHost ?? limits.connectionsPerHost);
    host.places.join(account.id);
    return new Seat(account.id, group, host);
  }

  #openHost(group: string, known: number): Host {
    const loginsPerSecond = this.#options.loginsPerSecond ?? known;
    // By the start of each, not by fixed seconds: two of those side by side would let twice as many in at once.
    const strict = Number.isFinite(loginsPerSecond) && { strict: true };
    const logins = new PQueue({ concurrency, interval: 1000, intervalCap: loginsPerSecond, ...strict });
    const host = { places: new HostPlaces(), logins, loginsPerSecond };
    this.#hosts.set(group, host);
    return host;
  }
}

/** One account's part in its host. */
export class Seat {
  readonly #accountId: number;
  readonly #host: Host;
  /** The same for all accounts of one host. */
  readonly group: string;

  constructor(accountId: number, group: string, host: Host) {
    this.#accountId = accountId;
    this.group = group;
    this.#host = host;
  }

  /** Whether the account has a connection for itself; otherwise it takes turns. */
  get isKept(): boolean {
    return this.#host.places.isKeeper(this.#accountId);
  }

  /** From one turn to the next, so that turns take no more than half of the logins that the host bears. */
  turnEveryMs(leastMs: number): number {
    const { places, loginsPerSecond } = this.#host;
    return Math.max(leastMs, (places.memberCount / (loginsPerSecond / 2)) * 1000);
  }

  /**
   * Waits for a place and for the right to log in, and gives the place back when that fails.
   * @returns what `connect` made, and what is to be called when that connection has ended
   */
  async connect<T>(wish: ConnectionWish, connect: () => Promise<T>): Promise<{ connection: T; release: () => void }> {
    const { places, logins } = this.#host;
    const { purpose, isUrgent = false, contactAt = 0, onRecall = () => undefined, signal } = wish;
    const place = await places.ask({ accountId: this.#accountId, purpose, isUrgent, contactAt, onRecall }, signal);
    const release = () => place.release();
    try {
      const priority = isUrgent ? 2 : purpose === "watch" ? 0 : 1;
      return { connection: await logins.add(connect, { priority, signal }), release };
    } catch (error) {
      release();
      throw error;
    }
  }

  /** The software behind the host is known now. */
  allow(connectionsPerHost: number | null): void {
    this.#host.places.allow(connectionsPerHost);
  }

  /** The host had no place for us. */
  refused(): void {
    this.#host.places.refused();
  }

  leave(): void {
    this.#host.places.leave(this.#accountId);
  }
}
