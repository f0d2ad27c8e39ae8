"use client";

import type { ReactNode } from "react";
import { cn } from "#lib/cn";
import type { Account } from "#lib/contracts/account";
import { useStrings } from "../language/use-strings.ts";
import { formatCount, formatShare } from "../settings/format-count.ts";
import { Dot } from "../ui/dot.tsx";
import { Progress } from "../ui/progress.tsx";
import { Time } from "../ui/time.tsx";
import { AskedToWait, isAsked } from "./asked-to-wait.tsx";
import { WaitsForBytes } from "./waits-for-bytes.tsx";
import { spanWords, stateTones } from "./account-words.ts";
import { useCountdown } from "./use-countdown.ts";

/** How an account is doing, what that means, and how far it is; and what is in the way of sending. */
export function AccountStateText({ account }: { account: Account }) {
  const words = useStrings().accounts;
  return (
    <>
      <ReadingState account={account} />
      {account.waitsForBytes !== null && account.state !== "paused" && (
        <p className="mt-0.5 text-xs text-pretty text-ink-3">
          <WaitsForBytes {...account.waitsForBytes} />
        </p>
      )}
      {account.sendProblem !== null && account.state !== "paused" && (
        <div className="mt-1.5 min-w-0">
          <p className="flex gap-[7px] text-bad">
            <Dot tone="bad" className="mt-[6.5px]" />
            <span className="min-w-0 text-pretty">{words.cannotSend}</span>
          </p>
          <div className="text-xs text-ink-3">
            {words.problem(account.sendProblem.code, account.sendProblem.detail)}
          </div>
        </div>
      )}
    </>
  );
}

function ReadingState({ account }: { account: Account }) {
  const strings = useStrings();
  const words = strings.accounts;
  const { state, backfill } = account;
  const detail = words.problem(account.stateCode, account.stateDetail);
  switch (state) {
    case "live":
      return (
        <State account={account} title={words.states.live}>
          <MailCount account={account} />
        </State>
      );
    case "connecting":
      return (
        <State account={account} title={words.states.connecting}>
          {words.connectingText}
        </State>
      );
    case "syncing": {
      const isCounted = backfill.total > 0;
      const title = isCounted
        ? words.syncing(formatShare(strings, backfill.done, backfill.total))
        : words.states.syncing;
      return (
        <State account={account} title={title}>
          {isCounted && <MailCount account={account} />}
          <Progress label={title} done={backfill.done} total={backfill.total} className="mt-1.5" />
        </State>
      );
    }
    case "waiting":
      return (
        <State account={account} title={waitingTitle(account) ?? words.states.waiting}>
          {detail} <Retry at={account.nextRetryAt} />
        </State>
      );
    case "needs-attention": {
      const [headline = "", rest = ""] = split(detail);
      return (
        <State account={account} title={headline || words.states["needs-attention"]}>
          {rest}{" "}
          {account.lastSyncedAt !== null && (
            <>
              {words.lastMail} <Time instant={account.lastSyncedAt} isWithin form="full" />.{" "}
            </>
          )}
          {words.notLost}
        </State>
      );
    }
    case "paused":
      return (
        <State account={account} title={words.states.paused}>
          {words.pausedText}
        </State>
      );
    default:
      return state satisfies never;
  }
}

function State({ account, title, children }: { account: Account; title: ReactNode; children: ReactNode }) {
  const isBad = account.state === "needs-attention";
  return (
    <div className="min-w-0">
      <p className={cn("flex gap-[7px]", isBad && "text-bad")}>
        <Dot tone={stateTones[account.state] ?? "quiet"} className="mt-[6.5px]" />
        <span className="min-w-0 text-pretty">{title}</span>
      </p>
      <div className="text-xs text-ink-3 tabular-nums">{children}</div>
    </div>
  );
}

function waitingTitle(account: Account): ReactNode {
  const { providerName, nextRetryAt } = account;
  if (!isAsked(account) || nextRetryAt === null) return null;
  return <AskedToWait providerName={providerName} until={nextRetryAt} />;
}

function MailCount({ account: { backfill, placementCount } }: { account: Account }) {
  const strings = useStrings();
  const words = strings.accounts;
  // What came since history was counted belongs to both.
  const left = Math.max(0, backfill.total - backfill.done);
  return words.mailsOf(formatCount(strings, placementCount), formatCount(strings, placementCount + left));
}

/** What happened, and what else there is to say of it. */
function split(detail: string): string[] {
  return /^(.*?[.!?])\s+(.*)$/s.exec(detail)?.slice(1) ?? [detail];
}

function Retry({ at }: { at: string | null }) {
  const strings = useStrings();
  const words = strings.accounts;
  const leftMs = useCountdown(at);
  if (leftMs === null) return null;
  return leftMs > 0 ? words.retryIn(spanWords(strings, leftMs)) : words.retryNow;
}
