import type { AccountHolds } from "../account-holds.ts";
import { now } from "../clock.ts";
import { adviceOf } from "./advice.ts";
import { backoffOf } from "./classify-error.ts";
import { ImapError } from "./errors.ts";
import { meaningOf } from "./refusals.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** After a bare "slow down", nothing but what matters goes on for so long. */
const slowMs = 2 * minuteMs;

/** What one connection was told holds for all that works for the account: a hint is obeyed for as long as it says, a day at most. */
export function heedError(holds: AccountHolds, accountId: number, error: unknown): void {
  if (!(error instanceof ImapError) || error.code === "held") return;
  const { code, message: detail, retryAfterMs } = error;
  const hold = (scope: "bodies" | "background" | "all", ms: number) =>
    holds.set(accountId, { scope, until: new Date(now().getTime() + ms), code, detail });
  // Gmail's bytes of a day are used up: bodies are most of them.
  if (code === "bandwidth") return hold("bodies", dayMs);
  const advice = adviceOf(error);
  if (advice === "wait" && retryAfterMs !== null) hold("all", Math.min(retryAfterMs, dayMs));
  else if (advice === "slow-down") hold("background", slowMs);
}

/** The same of what a server says beside an answer: ALERT, BYE, or the text of an OK. */
export function heedText(holds: AccountHolds, accountId: number, said: string): void {
  const meaning = meaningOf(said);
  if (meaning?.kind !== "throttled" && meaning?.kind !== "refused") return;
  const retryAfterMs = backoffOf(said);
  const message = `${meaning.message} The server said: “${said.slice(0, 200)}”`;
  heedError(holds, accountId, new ImapError(meaning.kind, meaning.code, message, retryAfterMs === null ? {} : { retryAfterMs })); // prettier-ignore
}

/** @throws ImapError `held` while the account leaves its server alone */
export function assertFree(holds: AccountHolds, accountId: number): void {
  const hold = holds.of(accountId, "all");
  if (hold) throw new ImapError("throttled", "held", hold.detail, { retryAfterMs: Math.max(1, hold.until.getTime() - now().getTime()) }); // prettier-ignore
}
