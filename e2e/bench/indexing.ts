import { SearchProgress } from "#lib/contracts/search";
import { stopIndexing, storedTextCount } from "#server/testing/large-store/sample-mails";
import { until } from "../support/until.ts";
import { fillMailbox } from "./fill-mailbox.ts";
import { measureFirstSync } from "./first-sync.ts";
import { onStage, support, type Figures, type Stage } from "./stage.ts";

const limitMs = 10 * 60_000;

/** A first sync with its texts, indexed behind it, against the same that is never indexed: until all is stored, and until all is done. */
export function benchIndexing({ mailCount }: { mailCount: number }): Promise<Figures> {
  return onStage({ users: [support] }, async (first) => {
    await fillMailbox(first.dovecot, support.name, mailCount);
    await stopIndexing(first.app.dataDir);
    const bare = await measure(first, mailCount, async () => (await storedTextCount(first.app.dataDir)) >= mailCount);
    const indexed = await onStage({ users: [support] }, async (second) => {
      await fillMailbox(second.dovecot, support.name, mailCount);
      return measure(second, mailCount, async () => {
        const { textCount } = await second.api.get("/api/search/progress", SearchProgress);
        return textCount >= mailCount;
      });
    });
    return {
      mailCount,
      bareStoredMs: bare.storedMs,
      indexedStoredMs: indexed.storedMs,
      storedRatio: ratio(indexed.storedMs, bare.storedMs),
      bareAllMs: bare.allMs,
      indexedAllMs: indexed.allMs,
      allRatio: ratio(indexed.allMs, bare.allMs),
    };
  });
}

async function measure(stage: Stage, mailCount: number, isDone: () => Promise<boolean>) {
  const startedAt = performance.now();
  const { storedMs = 0 } = await measureFirstSync(stage, mailCount);
  await until("all texts", isDone, Boolean, limitMs);
  return { storedMs, allMs: Math.round(performance.now() - startedAt) };
}

function ratio(one: number, other: number): number {
  return Number((one / other).toFixed(3));
}
