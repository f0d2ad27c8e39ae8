/**
 * Archives: the sources of all mail of the accounts and folders chosen are fetched behind everything else and kept. A pass goes over an
 * account's mail once; later ones look at what is new, and once a day at everything, for what could not be had before.
 */
import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { keepAccountSource } from "#db/queries/transfers/sources";
import { archivedAccounts, markKept, messagesToKeep, type ArchivedAccount } from "#db/queries/transfers/archive";
import { blobPath } from "../../blobs.ts";
import { now } from "../../clock.ts";
import type { EnginePart } from "../../engine-part.ts";
import { commit } from "../../events/commit.ts";
import type { AccountSessions } from "../../imap/account-sessions.ts";
import { log } from "../../log.ts";
import { store } from "../../store.ts";
import { diskObstacle } from "../disk-obstacle.ts";
import { needSources } from "../sources/need-sources.ts";

const logger = log("archive");
const batchMax = 50;
const lookMs = 20_000;
const dayMs = 24 * 60 * 60_000;
const tellMs = 2000;

/** How far an account has been looked through, for what is chosen of it now. */
type Pass = { chosen: string; afterId: number; begunAt: number; resumeAt: number; toldAt: number };

export function startArchive(sessions: AccountSessions, restMs = lookMs): EnginePart {
  const stopping = new AbortController();
  const { signal } = stopping;
  const passes = new Map<number, Pass>();
  const work = (async () => {
    while (!signal.aborted) {
      const hasMore = await keepSome(sessions, passes, signal).catch((error: unknown) => {
        logger.error("Mail could not be kept.", { error });
        return false;
      });
      if (!hasMore) await rest(restMs, signal);
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await work;
    },
  };
}

/** A batch of each account. @returns whether there is more to do at once */
async function keepSome(sessions: AccountSessions, passes: Map<number, Pass>, signal: AbortSignal): Promise<boolean> {
  let hasMore = false;
  for (const account of archivedAccounts(store().read)) {
    if (signal.aborted || (await diskObstacle(0))) return false;
    const pass = passOf(passes, account);
    if (pass.resumeAt > now().getTime()) continue;
    if (await keepBatch(sessions, account, pass, signal)) hasMore = true;
  }
  return hasMore;
}

function passOf(passes: Map<number, Pass>, account: ArchivedAccount): Pass {
  const chosen = JSON.stringify([account.keepsDeleted, account.folderIds]);
  const known = passes.get(account.id);
  if (known?.chosen === chosen && now().getTime() - known.begunAt < dayMs) return known;
  const pass = { chosen, afterId: 0, begunAt: now().getTime(), resumeAt: 0, toldAt: 0 };
  passes.set(account.id, pass);
  return pass;
}

async function keepBatch(
  sessions: AccountSessions,
  account: ArchivedAccount,
  pass: Pass,
  signal: AbortSignal,
): Promise<boolean> {
  const rows = messagesToKeep(store().read, account, pass.afterId, batchMax * 2);
  const batch = rows.slice(0, batchMax);
  const last = batch.at(-1);
  if (!last) return false;
  const sources = await needSources({
    sessions,
    accountId: account.id,
    messageIds: batch.map((row) => row.messageId),
    ahead: rows.slice(batchMax).map((row) => row.messageId),
    since: new Date(pass.begunAt),
    signal,
  });
  if (sources.state === "waiting") {
    pass.resumeAt = sources.resumeAt.getTime();
    return false;
  }
  await keep(account, pass, batch, sources.blobs, rows.length <= batchMax);
  pass.afterId = last.messageId;
  return rows.length > batchMax;
}

async function keep(
  account: ArchivedAccount,
  pass: Pass,
  batch: { messageId: number; placementId: number }[],
  blobs: Map<number, string>,
  isLast: boolean,
): Promise<void> {
  const kept: { messageId: number; placementId: number; blob: string; sizeBytes: number }[] = [];
  for (const { messageId, placementId } of batch) {
    const blob = blobs.get(messageId);
    if (blob !== undefined) kept.push({ messageId, placementId, blob, sizeBytes: (await stat(blobPath(blob))).size });
  }
  const isTold = isLast || performance.now() - pass.toldAt > tellMs;
  if (isTold) pass.toldAt = performance.now();
  await commit(async (tx, changed) => {
    for (const { messageId, placementId, blob, sizeBytes } of kept) {
      keepAccountSource(tx, { messageId, accountId: account.id, blob, sizeBytes, createdAt: now() });
      if (account.keepsDeleted) markKept(tx, account.id, messageId, placementId);
    }
    if (isTold) changed({ type: "account.changed", accountId: account.id, inboxIds: [account.inboxId] });
  });
}

/** Not at every ring: whoever reads or sorts mail rings all the time. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined);
}
