/**
 * What an account's daily bytes still allow. The owner's own devices take of them too and nobody tells how much, so a fifth is
 * left to them: what runs over locks the owner out along with us.
 */
import type { Traffic } from "#db/queries/health/traffic";
import type { HoldScope } from "#lib/contracts/vocabulary";
import type { ProviderLimits } from "#lib/providers/profile";
import type { Hold } from "#server/account-holds";

/** From which share of the day's bytes on what waits. */
const shares: { scope: HoldScope; share: number }[] = [
  { scope: "bodies", share: 0.6 },
  { scope: "background", share: 0.7 },
  { scope: "fetches", share: 0.8 },
];

type Meter = {
  usedToday(accountId: number): Traffic;
  belowAt(accountId: number, key: "sentBytes" | "receivedBytes", most: number): Date;
};

export class ByteBudget {
  readonly #meter: Meter;
  readonly #limits = new Map<number, ProviderLimits>();

  constructor(meter: Meter) {
    this.#meter = meter;
  }

  limit(accountId: number, limits: ProviderLimits): void {
    this.#limits.set(accountId, limits);
  }

  /** The holds that follow from what has been used: none for a host that counts no bytes. */
  readonly holdsOf = (accountId: number): Hold[] => {
    const limits = this.#limits.get(accountId);
    const isCounted = limits && (limits.dailyDownloadBytes !== null || limits.dailyUploadBytes !== null);
    if (!isCounted) return [];
    const used = this.#meter.usedToday(accountId);
    return (["receivedBytes", "sentBytes"] as const).flatMap((key) => {
      const most = key === "receivedBytes" ? limits.dailyDownloadBytes : limits.dailyUploadBytes;
      if (most === null) return [];
      return shares
        .filter(({ share }) => used[key] >= share * most)
        .map(({ scope, share }) => ({
          scope,
          until: this.#meter.belowAt(accountId, key, share * most),
          code: "daily_bytes",
          detail: "Most of what the provider lets a mailbox transfer in a day is used up.",
        }));
    });
  };
}
