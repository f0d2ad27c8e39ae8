/**
 * What the live stream told, made true in the cache: changes are gathered for a moment, the rows they name are read in one request,
 * and every cached list, page and number that they touch follows.
 */
import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { Change } from "../contracts/change.ts";
import { forgetConversation, invalidateUndecidableLists, rereadConversations } from "./conversation-cache.ts";
import { keys } from "./keys.ts";

const gatherMs = 50;
/** While changes keep coming, what is shown follows a few times a second, then less often, down to `restMs`: every reading costs the browser and the server the same. */
const burstMs = 400;
const slowing = 1.5;
/** Beyond this, reading lists as a whole costs less than reading rows. */
const rowsAtOnceMax = 200;
/** Numbers are counted over everything: while changes keep coming, they follow once a second. */
const numbersMs = 1000;
const numbers: readonly QueryKey[] = [keys.counts, keys.allFolders];
/** While a whole account comes in, lists and numbers need not follow faster than an eye does. */
const restMs = 1000;

type Gathered = { rows: Set<number>; details: Set<number>; stale: Map<string, QueryKey>; hasDrafts: boolean };
type Timer = ReturnType<typeof setTimeout> | undefined;
type Gatherer = {
  now: Gathered;
  timer: Timer;
  isBusy: boolean;
  flushedAt: number;
  /** From one reading to the next. */
  paceMs: number;
  numbersAt: number;
  numbersTimer: Timer;
};

const gatherers = new WeakMap<QueryClient, Gatherer>();

export function applyChanges(client: QueryClient, changes: readonly Change[]): void {
  const gatherer = gatherers.get(client) ?? createGatherer();
  gatherers.set(client, gatherer);
  for (const change of changes) gather(client, gatherer.now, change);
  schedule(client, gatherer, Math.max(gatherMs, gatherer.flushedAt + gatherer.paceMs - performance.now()));
}

/** The stream could not say what was missed: everything shown is read again. */
export function resync(client: QueryClient): Promise<void> {
  return client.invalidateQueries();
}

function gather(client: QueryClient, now: Gathered, change: Change): void {
  const stale = (...queryKeys: QueryKey[]) => {
    for (const queryKey of queryKeys) now.stale.set(JSON.stringify(queryKey), queryKey);
  };
  switch (change.type) {
    case "conversation.changed":
      now.rows.add(change.conversationId);
      now.details.add(change.conversationId);
      return stale(keys.counts, keys.allFolders, keys.contacts);
    case "conversation.merged":
      now.rows.add(change.intoConversationId);
      now.details.add(change.intoConversationId);
      now.rows.delete(change.conversationId);
      forgetConversation(client, change.conversationId);
      return stale(keys.counts);
    case "message.changed":
      now.details.add(change.conversationId);
      return stale(keys.messageText(change.messageId));
    case "send.changed":
      now.rows.add(change.conversationId);
      now.details.add(change.conversationId);
      return stale(keys.send(change.sendId));
    case "draft.changed":
      now.hasDrafts = true;
      return stale(keys.drafts, keys.counts);
    case "account.changed":
      return stale(keys.accounts);
    case "account.removed":
      return stale(keys.accounts, keys.allFolders, keys.counts, keys.conversationLists, keys.conversations);
    case "folder.changed":
      return stale(keys.folders(change.accountId), keys.accountHealth(change.accountId));
    case "inbox.changed":
      return stale(keys.inboxes, keys.me, keys.accounts, keys.counts, keys.conversationLists, keys.cannedReplies);
    case "agent.changed":
      return stale(keys.agents, keys.invitations, keys.me);
    case "session.ended":
      return stale(keys.me);
    case "tag.changed":
      return stale(keys.tags, keys.counts, keys.conversationLists, keys.conversations);
    case "canned-reply.changed":
      return stale(keys.cannedReplies);
    case "view.changed":
      return stale(keys.views);
    case "transfer.changed":
      return stale(keys.transfers);
    case "workspace.changed":
      return stale(keys.workspace, keys.me);
    case "outbox.wished":
      return undefined;
    default:
      return change satisfies never;
  }
}

function schedule(client: QueryClient, gatherer: Gatherer, delayMs: number): void {
  if (gatherer.timer !== undefined || gatherer.isBusy) return;
  gatherer.timer = setTimeout(() => {
    gatherer.timer = undefined;
    void flush(client, gatherer);
  }, delayMs);
}

async function flush(client: QueryClient, gatherer: Gatherer): Promise<void> {
  const { rows, details, stale, hasDrafts } = gatherer.now;
  gatherer.now = nothing();
  gatherer.isBusy = true;
  const sinceLastMs = performance.now() - gatherer.flushedAt;
  gatherer.paceMs = sinceLastMs < slowing * gatherer.paceMs ? Math.min(slowing * gatherer.paceMs, restMs) : burstMs;
  gatherer.flushedAt += sinceLastMs;
  const isFlood = rows.size > rowsAtOnceMax;
  holdNumbers(client, gatherer, stale);
  if (isFlood) stale.set("", keys.conversationLists);
  const reading = [...stale.values()].map((queryKey) => client.invalidateQueries({ queryKey }));
  if (details.size > 0) reading.push(invalidateConversations(client, details));
  if (rows.size > 0 && !isFlood) {
    // Rows first, so that a page being read meanwhile cannot put an older row back.
    await rereadConversations(client, [...rows]).catch(() =>
      client.invalidateQueries({ queryKey: keys.conversationLists }),
    );
  }
  if ((rows.size > 0 && !isFlood) || hasDrafts) reading.push(invalidateUndecidableLists(client));
  await Promise.allSettled(reading);
  gatherer.isBusy = false;
  const hasMore = gatherer.now.rows.size + gatherer.now.details.size + gatherer.now.stale.size > 0;
  if (hasMore) schedule(client, gatherer, isFlood ? restMs : gatherer.paceMs);
}

/** Takes the numbers out of what is read now when they have just been read; they are then read a moment later. */
function holdNumbers(client: QueryClient, gatherer: Gatherer, stale: Gathered["stale"]): void {
  const asked = numbers.filter((key) => stale.has(JSON.stringify(key)));
  const waitMs = gatherer.numbersAt + numbersMs - performance.now();
  if (asked.length === 0) return;
  if (waitMs <= 0 && gatherer.numbersTimer === undefined) {
    gatherer.numbersAt = performance.now();
    return;
  }
  for (const key of asked) stale.delete(JSON.stringify(key));
  gatherer.numbersTimer ??= setTimeout(() => {
    gatherer.numbersTimer = undefined;
    gatherer.numbersAt = performance.now();
    for (const queryKey of numbers) void client.invalidateQueries({ queryKey });
  }, waitMs);
}

/** In one pass over the cache, which holds hundreds of them. */
function invalidateConversations(client: QueryClient, ids: ReadonlySet<number>): Promise<void> {
  return client.invalidateQueries({
    queryKey: keys.conversations,
    predicate: ({ queryKey }) => typeof queryKey[1] === "number" && ids.has(queryKey[1]),
  });
}

function createGatherer(): Gatherer {
  return {
    now: nothing(),
    timer: undefined,
    isBusy: false,
    flushedAt: -restMs,
    paceMs: burstMs,
    numbersAt: -numbersMs,
    numbersTimer: undefined,
  };
}

function nothing(): Gathered {
  return { rows: new Set(), details: new Set(), stale: new Map(), hasDrafts: false };
}
