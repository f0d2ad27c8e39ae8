/**
 * Puts mails into a folder of a server, each exactly once. All of a batch are written down as intended before the first is sent, with the
 * UID that the folder gives next; what became of them is written down after the last. Those that a kill or a lost connection leaves
 * intended are looked for among what came there since, before any of them is sent again.
 */
import { itemsByKeys, putItems, type LedgerItem } from "#db/queries/transfers/ledger";
import { store } from "../../store.ts";
import type { TransferJob, TransferOutcome } from "../job.ts";
import { waiting } from "../waiting.ts";
import { AppendFacts } from "./append-facts.ts";
import { failItem, type AppendItem } from "./append-item.ts";
import { keptKeywords } from "./append-mail.ts";
import { appendAll } from "./append-turns.ts";
import { findAppended } from "./find-appended.ts";
import { marksOf, type MailToAppend } from "./mail-to-append.ts";
import type { Target } from "./open-target.ts";
import type { Tally } from "./tally.ts";

/** A mail that breaks the connection whenever it is sent must not keep all others waiting. */
const cutsMax = 4;

/**
 * @param cursor what the transfer has reached when all of them are accounted for; null where that says nothing of others
 * @returns null then; otherwise what the transfer has to wait for, or fails of
 */
export async function appendOnce(
  job: TransferJob,
  target: Target,
  mails: readonly MailToAppend[],
  tally: Tally,
  cursor: Record<string, unknown> | null,
): Promise<TransferOutcome | null> {
  const known = await itemsByKeys(store().read, job.transfer.id, mails.map((mail) => mail.key)); // prettier-ignore
  const open = mails
    .filter((mail) => ["intended", "pending"].includes(known.get(mail.key)?.state ?? "pending"))
    .map((mail): AppendItem => ({ mail, facts: factsOf(mail, target), state: "pending", code: "" }));
  for (const item of open) {
    const before = known.get(item.mail.key);
    if (before?.state === "intended")
      Object.assign(item, { facts: AppendFacts.parse(before.facts), state: "intended" });
  }
  await settleKnown(job, target, open);
  const fresh = open.filter((item) => item.state === "pending");
  await intend(job, target, fresh, tally);
  const outcome = await appendAll(job, target, fresh, tally);
  const settled = open.filter((item) => item.state !== "pending");
  const isComplete = settled.length === open.length;
  const cut = open.filter((item) => item.state === "pending" && item.facts.cutCount > 0);
  for (const { state, mail } of settled) {
    tally.count(state, mail.source.length);
    if (mail.isChanged) tally.countChanged();
  }
  const rows = [...settled.map((item) => rowOf(job, item)), ...cut.map((item) => intendedRow(job, item))];
  await job.step({ ...tally.progress(), ...(isComplete && cursor && { cursor }) }, (tx) => putItems(tx, rows));
  return isComplete ? null : (outcome ?? waiting({ code: "stopped" }, 0));
}

/** What was intended before and is there is done; what is in the folder from elsewhere is left out. */
async function settleKnown(job: TransferJob, target: Target, items: readonly AppendItem[]): Promise<void> {
  const intended = items.filter((item) => item.state === "intended");
  if (intended.length > 0) {
    const claims = intended.map(({ mail, facts }) => ({ key: mail.key, facts }));
    const found = await findAppended(job, target, claims);
    for (const item of intended) {
      const uid = found.get(item.mail.key);
      const { cutCount } = item.facts;
      if (uid !== undefined) Object.assign(item, { state: "done", facts: { ...item.facts, uid } });
      else if (cutCount >= cutsMax) failItem(item, "cut_off");
      else Object.assign(item, { state: "pending", facts: { ...factsOf(item.mail, target), cutCount } });
    }
  }
  for (const item of items.filter((one) => one.state === "pending" && !intended.includes(one))) {
    const uid = await target.there.take(marksOf(item.mail));
    if (uid !== null) Object.assign(item, { state: "skipped", code: "there_already", facts: { ...item.facts, uid } });
  }
}

async function intend(job: TransferJob, target: Target, items: readonly AppendItem[], tally: Tally): Promise<void> {
  if (items.length === 0) return;
  const { uidNext } = await job.sessions.run(target.accountId, 3, (session) => session.status(target.path));
  for (const item of items) {
    item.facts = { ...item.facts, fromUid: uidNext ?? target.boundary };
    const kept = keptKeywords(target, item.mail);
    for (const keyword of item.mail.flags.keywords) if (!kept.includes(keyword)) tally.keepOff(keyword);
  }
  await job.step({ report: tally.report }, (tx) => putItems(tx, items.map((item) => intendedRow(job, item)))); // prettier-ignore
}

function factsOf(mail: MailToAppend, target: Target): AppendFacts {
  const { internetMessageId: _, ...marks } = marksOf(mail);
  return AppendFacts.parse({ ...marks, target: target.path, path: mail.path, uidValidity: String(target.uidValidity) });
}

const rowOf = (job: TransferJob, { mail, facts, state, code }: AppendItem): LedgerItem => ({
  transferId: job.transfer.id,
  key: mail.key,
  state,
  code,
  facts,
});

const intendedRow = (job: TransferJob, item: AppendItem): LedgerItem => rowOf(job, { ...item, state: "intended" });
