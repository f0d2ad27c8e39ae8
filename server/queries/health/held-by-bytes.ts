import type { AccountRow } from "#db/queries/accounts/accounts";
import { hourlyTrafficSince } from "#db/queries/health/traffic";
import type { Db } from "#db/dialect/sqlite";
import { byteHolds, countsBytes, type ByteHold } from "#lib/providers/byte-holds";
import { DailyBytes } from "#lib/providers/daily-bytes";
import { profileOfAccount } from "#lib/providers/find-profile";
import { now } from "#server/clock";

const dayMs = 24 * 60 * 60 * 1000;

/** What waits for the bytes of the day, by account, as far as what was used has been written down. */
export function heldByBytes(db: Db, accounts: readonly AccountRow[]): Map<number, ByteHold[]> {
  const counted = accounts.filter((account) => countsBytes(profileOfAccount(account).limits));
  if (counted.length === 0) return new Map();
  const at = now();
  const days = new DailyBytes();
  for (const { hourAt, ...used } of hourlyTrafficSince(db, new Date(at.getTime() - dayMs))) days.add(used, hourAt);
  return new Map(
    counted.map((account) => {
      const { limits } = profileOfAccount(account);
      const belowAt = (key: "sentBytes" | "receivedBytes", most: number) => days.belowAt(account.id, key, most, at);
      return [account.id, byteHolds(limits, days.of(account.id, at), belowAt)];
    }),
  );
}
