import { setTimeout as sleep } from "node:timers/promises";
import { prepared } from "#db/dialect/sqlite";
import { now } from "../../clock.ts";
import { store } from "../../store.ts";
import type { ScriptedImap } from "../scripted-imap/start-scripted-imap.ts";
import type { FastClock } from "./fast-clock.ts";
import { isLive, unfinished } from "./model-differences.ts";

type Rest = {
  /** In what the store differs from the mailbox. */
  contentDifferences: () => string[];
  server: ScriptedImap;
  clock: FastClock;
  graceMs: number;
  /** After a server that lied, whatever it said is compared once more when this has passed; null where nothing has to heal. */
  healsAfterMs: number | null;
  log: (line: string) => void;
};

const limitMs = 15_000;
const lookMs = 5;
/** Looks at the account that have to find everything as it was, before it is believed to stay so. */
const quietLooks = 2;

/**
 * Waits until there is nothing left to do and the store equals the mailbox, letting time leap to whatever is due; then lets the grace
 * pass, and looks whether all is still so.
 * @returns what is not, when that does not come about
 */
export async function comeToRest(rest: Rest): Promise<string[]> {
  if (rest.healsAfterMs !== null) {
    await waitFor(rest, () => (uncomparedCount() > 0 ? ["a folder was never compared"] : []));
    rest.clock.leap(rest.healsAfterMs);
  }
  const before = await settle(rest);
  if (before.length > 0) return before;
  rest.clock.leap(rest.graceMs + 1000);
  await waitFor(rest, () => (missingCount() > 0 ? ["something is missing still"] : []));
  return settle(rest);
}

async function settle(rest: Rest): Promise<string[]> {
  const unsettled = () => differences(rest);
  const left = await waitFor(rest, unsettled);
  if (left.length > 0) return left;
  const listCount = () => rest.server.requests.filter(({ command }) => command === "LIST").length;
  const until = listCount() + quietLooks;
  await waitFor(rest, () => (listCount() < until ? ["it was not looked at again"] : []));
  return waitFor(rest, unsettled);
}

/** @returns empty once it holds, else what was missing when the time was over */
async function waitFor({ clock, log, graceMs }: Rest, condition: () => string[]): Promise<string[]> {
  const deadline = performance.now() + limitMs;
  let told = "";
  for (;;) {
    const left = condition();
    if (left.join() !== told) log(`    waits for: ${left.slice(0, 3).join("; ") || "nothing"}`);
    told = left.join();
    if (left.length === 0 || performance.now() > deadline) return left;
    const at = now().getTime();
    const due = unfinished(graceMs).flatMap(({ until }) => (until !== null && until > at ? until : []));
    if (due.length > 0) clock.leapTo(new Date(Math.min(...due)));
    await sleep(lookMs);
  }
}

function differences({ contentDifferences, graceMs }: Rest): string[] {
  const open = unfinished(graceMs).map(({ what }) => what);
  return [...(isLive() ? [] : ["the account is not live"]), ...open, ...contentDifferences()];
}

const missingCount = (): number =>
  prepared<number>(store().read, `select count(*) from placements where missing_since is not null`).pluck().get() ?? 0;

const uncomparedCount = (): number =>
  prepared<number>(
    store().read,
    `select count(*) from folders where last_compared_at is null and selectable = 1 and label is null`,
  )
    .pluck()
    .get() ?? 0;
