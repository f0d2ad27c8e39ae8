/**
 * Sources of an account's mail, byte for byte as its server has them. What is not here is wished for in the outbox, behind everything that
 * people do, and nothing at all while the account leaves texts alone: because its server asked for it, or its daily bytes run out.
 */
import { outboxAccount } from "#db/queries/outbox/outbox-account";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import { placesInAccount, sourcesOf, sourceWishes } from "#db/queries/transfers/sources";
import { hasBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { doorbell } from "../../events/doorbell.ts";
import type { AccountSessions } from "../../imap/account-sessions.ts";
import { store } from "../../store.ts";
import { accountObstacle } from "../account-obstacle.ts";
import { waiting, type Waiting } from "../waiting.ts";

/** Blobs by message, and codes of why those that are missing cannot be had. */
type Here = { state: "here"; blobs: Map<number, string>; failures: Map<number, string> };

export type Need = {
  sessions: AccountSessions;
  accountId: number;
  messageIds: readonly number[];
  /** Wished for as well and not waited for: what is needed next comes while this is worked on. */
  ahead?: readonly number[];
  /** A wish that was turned down since then is not made again. */
  since: Date;
  signal: AbortSignal;
};

/** The outbox rings when something has come; what else may have changed, e.g. a hold, is looked at so often. */
const lookMs = 1000;

/** Waits until all have come or are known not to; ends early, as waiting, when they cannot come for now or the signal is aborted. */
export async function needSources(need: Need): Promise<Here | Waiting> {
  const here = nothing();
  const missing = await gather(need, need.messageIds, here);
  const ahead = await gather(need, need.ahead ?? [], nothing());
  if (missing.length + ahead.length === 0) return here;
  const obstacle = await obstacleOf(need);
  if (obstacle) return missing.length === 0 ? here : obstacle;
  await wish(need, [...missing, ...ahead]);
  return missing.length === 0 ? here : untilHere(need, missing, here);
}

const nothing = (): Here => ({ state: "here", blobs: new Map(), failures: new Map() });

async function untilHere(need: Need, messageIds: readonly number[], here: Here): Promise<Here | Waiting> {
  const over = new AbortController();
  const signal = AbortSignal.any([need.signal, over.signal]);
  try {
    let missing = messageIds;
    for (;;) {
      // Before looking: what comes while we look rings, too.
      const rung = doorbell().next(lookMs, signal);
      missing = await gather(need, missing, here);
      if (missing.length === 0) return here;
      if (need.signal.aborted) return waiting({ code: "stopped" }, 0);
      const obstacle = await obstacleOf(need);
      if (obstacle) return obstacle;
      await rung;
    }
  } finally {
    over.abort();
  }
}

/** Puts what is here of these, and what cannot be had, into `here`. @returns what has to come */
async function gather({ accountId, since }: Need, messageIds: readonly number[], here: Here): Promise<number[]> {
  if (messageIds.length === 0) return [];
  const rows = new Map(sourcesOf(store().read, accountId, messageIds).map((row) => [row.messageId, row]));
  const wishes = await sourceWishes(store().read, accountId, messageIds, since);
  const missing: number[] = [];
  for (const messageId of messageIds) {
    const row = rows.get(messageId);
    const wished = wishes.get(messageId);
    if (row?.blob && (await hasBlob(row.blob))) here.blobs.set(messageId, row.blob);
    else if (row?.isPlaced && (!wished || wished.isOpen)) missing.push(messageId);
    else if (row?.otherBlob && (await hasBlob(row.otherBlob))) here.blobs.set(messageId, row.otherBlob);
    else here.failures.set(messageId, row?.isPlaced && wished?.state === "failed" ? "refused" : "gone");
  }
  return missing;
}

/** Why nothing can be fetched from the account for now. */
async function obstacleOf({ sessions, accountId }: Need): Promise<Waiting | null> {
  const account = await outboxAccount(store().read, accountId);
  return account ? accountObstacle(sessions, account) : null;
}

async function wish({ accountId, since }: Need, missing: readonly number[]): Promise<void> {
  const known = await sourceWishes(store().read, accountId, missing, since);
  if (missing.every((messageId) => known.has(messageId))) return;
  await commit(async (tx, changed) => {
    const wishes = await sourceWishes(tx, accountId, missing, since);
    const places = placesInAccount(tx, accountId, missing);
    const fresh = missing.filter((messageId) => !wishes.has(messageId) && places.has(messageId));
    await wishOperations(
      tx,
      fresh.map((messageId) => ({
        accountId,
        messageId,
        placementId: places.get(messageId) ?? 0,
        payload: { kind: "fetch-source", own: true },
        priority: 3,
        notBefore: now(),
        createdAt: now(),
      })),
    );
    if (fresh.length > 0) changed({ type: "outbox.wished", accountId, inboxIds: [] });
  });
}
