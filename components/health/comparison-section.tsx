"use client";

import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { cn } from "#lib/cn";
import type { AccountHealth } from "#lib/contracts/sync-health";
import { useCompareAccount } from "#lib/query/health";
import { useStrings } from "../language/use-strings.ts";
import { formatCount } from "../settings/format-count.ts";
import { SettingsSection } from "../settings/settings-section.tsx";
import { useTellFailure } from "../settings/use-tell-failure.ts";
import { announce } from "../ui/announcer.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Progress } from "../ui/progress.tsx";
import { Time } from "../ui/time.tsx";
import { comparisonWords, isCompared, restWords } from "./comparison-words.ts";

/** Compares every UID and flag at a click, and says in a sentence what came of it. */
export function ComparisonSection({ health }: { health: AccountHealth }) {
  const strings = useStrings();
  const tellFailure = useTellFailure();
  const words = strings.health.comparison;
  const compare = useCompareAccount(health.accountId);
  const isBusy = isCompared(health) || compare.isPending;
  useAnnouncedResult(health);
  const handleCompare = () =>
    compare.mutate(undefined, { onSuccess: () => announce(words.begun(health.name)), onError: tellFailure });
  return (
    <SettingsSection
      title={words.title}
      text={words.text}
      action={
        health.canChange &&
        health.state !== "paused" && (
          <Button isBusy={isBusy} onClick={handleCompare}>
            {words.now}
          </Button>
        )
      }
    >
      <Card className="px-4 py-3 text-sm">
        <Result health={health} />
      </Card>
    </SettingsSection>
  );
}

function Result({ health }: { health: AccountHealth }) {
  const strings = useStrings();
  const words = strings.health.comparison;
  const { comparison, name } = health;
  const { failedFolderCount } = comparison;
  const rest = comparison.state === "done" ? restWords(strings, comparison) : [];
  if (comparison.state === "done" && failedFolderCount > 0)
    rest.push(words.failedFolders(failedFolderCount, formatCount(strings, failedFolderCount)));
  const isDoubtful =
    comparison.state === "failed" || failedFolderCount > 0 || comparison.mendedCount < comparison.differenceCount;
  const Icon = comparison.state !== "done" && !isDoubtful ? CircleDashed : isDoubtful ? TriangleAlert : CircleCheck;
  return (
    <div className="flex gap-2.5">
      <Icon
        aria-hidden
        className={cn("mt-0.5", isDoubtful ? "text-warn" : comparison.state === "done" ? "text-good" : "text-ink-3")}
      />
      <div className="min-w-0 grow">
        <p className="text-ink tabular-nums">{comparisonWords(strings, health)}</p>
        {rest.length > 0 && <p className="text-xs text-ink-3">{rest.join(" ")}</p>}
        {comparison.state === "running" && (
          <Progress label={words.progress(name)} {...comparison.progress} className="mt-2" />
        )}
      </div>
      {comparison.endedAt !== null && (
        <Time
          instant={comparison.endedAt}
          form="full"
          className="text-xs/5 whitespace-nowrap text-ink-3 tabular-nums"
        />
      )}
    </div>
  );
}

/** Says what came of it when it has ended while somebody listened. */
function useAnnouncedResult(health: AccountHealth): void {
  const strings = useStrings();
  const wasCompared = useRef(false);
  const isRunning = isCompared(health);
  const sentence = `${health.name}: ${comparisonWords(strings, health)}`;
  useEffect(() => {
    if (wasCompared.current && !isRunning) announce(sentence);
    wasCompared.current = isRunning;
  }, [isRunning, sentence]);
}
