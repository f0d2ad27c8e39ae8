/**
 * What an account's daily bytes still allow. The owner's own devices take of them too and nobody tells how much, so a fifth is
 * left to them: what runs over locks the owner out along with us.
 */
import type { HoldScope } from "../contracts/vocabulary.ts";
import type { ProviderLimits } from "./profile.ts";

export type ByteHold = { scope: HoldScope; until: Date };

/** From which share of the day's bytes on what waits. */
const shares: { scope: HoldScope; share: number }[] = [
  { scope: "bodies", share: 0.6 },
  { scope: "background", share: 0.7 },
  { scope: "fetches", share: 0.8 },
];

type Used = Record<"sentBytes" | "receivedBytes", number>;

export const countsBytes = ({ dailyDownloadBytes, dailyUploadBytes }: ProviderLimits): boolean =>
  dailyDownloadBytes !== null || dailyUploadBytes !== null;

/**
 * What waits, and until when.
 * @param belowAt when so much of it will be more than a day old that less than `most` is left
 */
export function byteHolds(
  { dailyDownloadBytes, dailyUploadBytes }: ProviderLimits,
  used: Used,
  belowAt: (key: keyof Used, most: number) => Date,
): ByteHold[] {
  return (["receivedBytes", "sentBytes"] as const).flatMap((key) => {
    const most = key === "receivedBytes" ? dailyDownloadBytes : dailyUploadBytes;
    if (most === null) return [];
    return shares
      .filter(({ share }) => used[key] >= share * most)
      .map(({ scope, share }) => ({ scope, until: belowAt(key, share * most) }));
  });
}
