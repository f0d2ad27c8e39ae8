import type { Traffic } from "#db/queries/health/traffic";
import { byteHolds, countsBytes } from "#lib/providers/byte-holds";
import type { ProviderLimits } from "#lib/providers/profile";
import type { Hold } from "#server/account-holds";

type Meter = {
  usedToday(accountId: number): Traffic;
  belowAt(accountId: number, key: "sentBytes" | "receivedBytes", most: number): Date;
};

/** What waits because the bytes of the day run out. */
export class ByteBudget {
  readonly #meter: Meter;
  readonly #limits = new Map<number, ProviderLimits>();

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  limit(accountId: number, limits: ProviderLimits): void {
    this.#limits.set(accountId, limits);
  }

  /** Accounts whose host counts bytes. */
  get counted(): number[] {
    return [...this.#limits].flatMap(([accountId, limits]) => (countsBytes(limits) ? accountId : []));
  }

  /** The holds that follow from what has been used: none for a host that counts no bytes. */
  readonly holdsOf = (accountId: number): Hold[] => {
    const limits = this.#limits.get(accountId);
    if (!limits || !countsBytes(limits)) return [];
    const holds = byteHolds(limits, this.#meter.usedToday(accountId), (key, most) =>
      this.#meter.belowAt(accountId, key, most),
    );
    const detail = "Most of what the provider lets a mailbox transfer in a day is used up.";
    return holds.map((hold) => Object.assign(hold, { code: "daily_bytes", detail }));
  };
}
