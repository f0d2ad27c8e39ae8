import { setTimeout as sleep } from "node:timers/promises";
import { eq, isNotNull } from "drizzle-orm";
import { accounts, placements } from "#db/schema/index";
import { store } from "../../store.ts";
import type { ScriptedMailbox } from "../scripted-imap/scripted-mailbox.ts";
import type { ScriptedImap } from "../scripted-imap/start-scripted-imap.ts";
import type { FastClock } from "./fast-clock.ts";
import { contentDifferences, unfinished } from "./model-differences.ts";

type Rest = {
  mailbox: ScriptedMailbox;
  server: ScriptedImap;
  clock: FastClock;
  graceMs: number;
  log: (line: string) => void;
};

const limitMs = 6000;
const lookMs = 4;
/** Looks at the account that have to find everything as it was, before it is believed to stay so. */
const quietLooks = 2;

/**
 * Waits until there is nothing left to do and the store equals the mailbox, letting time leap to whatever is due; then lets the grace
 * pass, and looks whether all is still so.
 * @returns what is not, when that does not come about
 */
export async function comeToRest(rest: Rest): Promise<string[]> {
  const before = await settle(rest);
  if (before.length > 0) return before;
  rest.clock.leap(rest.graceMs + 1000);
  await waitFor(rest, async () => ((await missingCount()) > 0 ? ["something is missing still"] : []));
  return settle(rest);
}

async function settle(rest: Rest): Promise<string[]> {
  const unsettled = () => differences(rest);
  const left = await waitFor(rest, unsettled);
  if (left.length > 0) return left;
  const listCount = () => rest.server.requests.filter(({ command }) => command === "LIST").length;
  const until = listCount() + quietLooks;
  await waitFor(rest, async () => (listCount() < until ? ["it was not looked at again"] : []));
  return waitFor(rest, unsettled);
}

/** @returns empty once it holds, else what was missing when the time was over */
async function waitFor({ clock, log, graceMs }: Rest, condition: () => Promise<string[]>): Promise<string[]> {
  const deadline = performance.now() + limitMs;
  let told = "";
  for (;;) {
    const left = await condition();
    if (left.join() !== told) log(`    waits for: ${left.slice(0, 3).join("; ") || "nothing"}`);
    told = left.join();
    if (left.length === 0 || performance.now() > deadline) return left;
    const due = (await unfinished(graceMs)).flatMap(({ until }) => until?.getTime() ?? []);
    if (due.length > 0) clock.leapTo(new Date(Math.min(...due)));
    await sleep(lookMs);
  }
}

async function differences({ mailbox, graceMs }: Rest): Promise<string[]> {
  const [account] = await store().read.select().from(accounts).where(eq(accounts.state, "live"));
  const open = (await unfinished(graceMs)).map(({ what }) => what);
  return [...(account ? [] : ["the account is not live"]), ...open, ...(await contentDifferences(mailbox))];
}

const missingCount = () => store().read.$count(placements, isNotNull(placements.missingSince));
