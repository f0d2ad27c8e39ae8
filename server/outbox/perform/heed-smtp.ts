import type { AccountHolds } from "../../account-holds.ts";
import { now } from "../../clock.ts";
import { backoffOf } from "../../imap/classify-error.ts";

const slowMs = 2 * 60_000;

/** A server that takes a mail later because there were too many takes none of the account's until then (RFC 3463 §3.5, §3.8). */
export function heedSmtp(holds: AccountHolds, accountId: number, reason: string): void {
  if (!/throttl|rate.?limit|slow down|too many|too fast|backoff time/i.test(reason)) return;
  const until = new Date(now().getTime() + (backoffOf(reason) ?? slowMs));
  holds.set(accountId, { scope: "sending", until, code: "throttled", detail: reason });
}
