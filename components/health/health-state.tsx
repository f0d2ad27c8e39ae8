"use client";

import { cn } from "#lib/cn";
import type { AccountHealth } from "#lib/contracts/sync-health";
import { AskedToWait, isAsked } from "../accounts/asked-to-wait.tsx";
import { spanWords, stateTones } from "../accounts/account-words.ts";
import { useCountdown } from "../accounts/use-countdown.ts";
import { useStrings } from "../language/use-strings.ts";
import { formatCount, formatShare } from "../settings/format-count.ts";
import { Dot } from "../ui/dot.tsx";
import { Time } from "../ui/time.tsx";

/** Its state, since when it needs somebody, and whether something of it was set aside. */
export function HealthState({ health }: { health: AccountHealth }) {
  const strings = useStrings();
  const words = strings.health;
  const { states, syncing } = strings.accounts;
  const { state, backfill, attentionSince, quarantinedCount } = health;
  const isCounted = state === "syncing" && backfill.total > 0;
  return (
    <div className="min-w-0">
      <span className="flex items-baseline gap-2">
        <Dot tone={stateTones[state] ?? "quiet"} className="relative -top-px" />
        <span className={cn("wide:whitespace-nowrap", state === "needs-attention" && "text-bad")}>
          {isCounted ? syncing(formatShare(strings, backfill.done, backfill.total)) : states[state]}
        </span>
      </span>
      {attentionSince !== null && (
        <span className="block pl-[15px] text-xs text-ink-3">
          {words.since} <Time instant={attentionSince} isWithin form="full" />
        </span>
      )}
      {quarantinedCount > 0 && (
        <span className="block pl-[15px] text-xs text-ink-3">
          {words.setAside(quarantinedCount, formatCount(strings, quarantinedCount))}
        </span>
      )}
    </div>
  );
}

/** Why it does not work, and when it is tried again. */
export function HealthReason({ health }: { health: AccountHealth }) {
  const { stateCode, stateDetail, nextRetryAt, providerName } = health;
  const strings = useStrings();
  const leftMs = useCountdown(nextRetryAt);
  const { retryIn, retryNow, problem } = strings.accounts;
  return (
    <p className="text-xs [overflow-wrap:anywhere] text-ink-2">
      {isAsked(health) && nextRetryAt !== null && (
        <>
          <AskedToWait providerName={providerName} until={nextRetryAt} />{" "}
        </>
      )}
      {problem(stateCode, stateDetail)}{" "}
      {leftMs !== null && (leftMs > 0 ? retryIn(spanWords(strings, leftMs)) : retryNow)}
    </p>
  );
}
