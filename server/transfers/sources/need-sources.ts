/**
 * Sources of an account's mail, byte for byte as its server has them. What is not here is wished for in the outbox, behind everything that
 * people do, and nothing at all while the account leaves texts alone: because its server asked for it, or its daily bytes run out.
 */
import { outboxAccount } from "#db/queries/outbox/outbox-account";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import { placesInAccount, sourcesOf, sourceWishes } from "#db/queries/transfers/sources";
import type { TransferDetail } from "#lib/contracts/transfer";
import { hasBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { commit } from "../../events/commit.ts";
import { doorbell } from "../../events/doorbell.ts";
import type { AccountSessions } from "../../imap/account-sessions.ts";
import { store } from "../../store.ts";

type Waiting = { state: "waiting"; detail: TransferDetail; resumeAt: Date };
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

const minuteMs = 60_000;
const lookMs = 50;

/** Waits until all have come or are known not to; ends early, as waiting, when they cannot come for now or the signal is aborted. */
export async function needSources(need: Need): Promise<Here | Waiting> {
  const first = await look(need);
  if (first.wanted.length === 0 && !need.ahead?.length) return first.here;
  const obstacle = await obstacleOf(need);
  if (obstacle) return first.wanted.length === 0 ? first.here : obstacle;
  await wish(need);
  for (;;) {
    const { here, wanted } = await look(need);
    if (wanted.length === 0) return here;
    if (need.signal.aborted) return waiting({ code: "stopped" }, 0);
    const inTheWay = await obstacleOf(need);
    if (inTheWay) return inTheWay;
    await doorbell().next(lookMs, need.signal);
  }
}

/** What is here, what cannot be had, and what has to come. */
async function look({ accountId, messageIds, since }: Need): Promise<{ here: Here; wanted: number[] }> {
  const rows = new Map(sourcesOf(store().read, accountId, messageIds).map((row) => [row.messageId, row]));
  const wishes = await sourceWishes(store().read, accountId, messageIds, since);
  const here: Here = { state: "here", blobs: new Map(), failures: new Map() };
  const wanted: number[] = [];
  for (const messageId of messageIds) {
    const row = rows.get(messageId);
    const wished = wishes.get(messageId);
    if (row?.blob && (await hasBlob(row.blob))) here.blobs.set(messageId, row.blob);
    else if (row?.isPlaced && (!wished || wished.isOpen)) wanted.push(messageId);
    else if (row?.otherBlob && (await hasBlob(row.otherBlob))) here.blobs.set(messageId, row.otherBlob);
    else here.failures.set(messageId, row?.isPlaced && wished?.state === "failed" ? "refused" : "gone");
  }
  return { here, wanted };
}

/** Why nothing can be fetched from the account for now. */
async function obstacleOf({ sessions, accountId }: Need): Promise<Waiting | null> {
  const account = await outboxAccount(store().read, accountId);
  if (!account) return null;
  if (account.state === "paused") return waiting({ code: "paused", accountId }, 10 * minuteMs);
  if (account.state === "needs-attention") return waiting({ code: "needs_attention", accountId }, 10 * minuteMs);
  const hold = sessions.holds.of(accountId, "bodies");
  if (hold) {
    const detail = { code: "held", accountId, until: hold.until.toISOString(), reason: hold.code };
    return { state: "waiting", detail, resumeAt: hold.until };
  }
  if (sessions.isConnected(accountId)) return null;
  sessions.want(accountId);
  return waiting({ code: "not_connected", accountId }, minuteMs);
}

async function wish(need: Need): Promise<void> {
  const { accountId, since } = need;
  const { wanted } = await look({ ...need, messageIds: [...need.messageIds, ...(need.ahead ?? [])] });
  await commit(async (tx, changed) => {
    const wishes = await sourceWishes(tx, accountId, wanted, since);
    const places = placesInAccount(tx, accountId, wanted);
    const fresh = wanted.filter((messageId) => !wishes.has(messageId) && places.has(messageId));
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

function waiting(detail: TransferDetail, afterMs: number): Waiting {
  return { state: "waiting", detail, resumeAt: new Date(now().getTime() + afterMs) };
}
