/**
 * What has changed in a folder since its anchor. Where that may be a hundred thousand messages, as after somebody marked them all as read,
 * it is asked for window by window, the newest first, and each is stored before the next is asked for: the anchor moves when all are.
 */
import type { FolderRow } from "#db/queries/sync/folders";
import { newestUids } from "#db/queries/sync/placements";
import type { FlagRow, ImapSession, SelectedFolder } from "#server/imap/session";
import { store } from "#server/store";
import type { ChangeSource } from "./plan.ts";
import { recordFlags } from "./record.ts";
import type { SyncContext } from "./sync-context.ts";

export type Told = {
  vanished: number[];
  /** The highest MODSEQ of what was told to have changed. */
  toldModseq: bigint | null;
  /** What has gone may not have been told. */
  isIncomplete: boolean;
};

const nothing: Told = { vanished: [], toldModseq: null, isIncomplete: false };

/** What SELECT is asked to tell by the way; nothing of a folder whose answer might be too long to be taken at once. */
export function resyncOf(context: SyncContext, folder: FolderRow, source: ChangeSource) {
  const { uidValidity, modseqAnchor, frontier } = folder;
  if (source !== "qresync" || uidValidity === null || modseqAnchor === null || frontier <= 1) return undefined;
  if (isLarge(context, folder)) return undefined;
  return { uidValidity, modseq: modseqAnchor, knownUidMax: frontier - 1 };
}

export async function readChanges(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  source: ChangeSource,
  selected: SelectedFolder,
): Promise<Told> {
  if (source !== "qresync" && source !== "condstore") return nothing;
  if (selected.resync) return take(context, folder, { ...selected.resync, isIncomplete: false });
  const { modseqAnchor, frontier } = folder;
  if (modseqAnchor === null || frontier <= 1) return nothing;
  const max = context.timing.changedRowsMax;
  const count = isLarge(context, folder) ? await session.countChanged(modseqAnchor) : 0;
  if (count !== null && count > max) return takeWindows(context, session, folder, modseqAnchor);
  // Not `1:*`: Cyrus took the star for the newest message still there and hid that a newer one had gone.
  const { rows, vanished } = await session.fetchFlags({ from: 1, to: frontier - 1 }, modseqAnchor);
  // Asked for and not answered with SELECT: whoever does not do that may not tell what vanished, either.
  const isIncomplete = source === "qresync" && !isLarge(context, folder);
  return take(context, folder, { flags: rows, vanished, isIncomplete });
}

const isLarge = ({ timing }: SyncContext, folder: FolderRow): boolean => folder.storedCount > timing.changedRowsMax;

async function takeWindows(
  context: SyncContext,
  session: ImapSession,
  folder: FolderRow,
  anchor: bigint,
): Promise<Told> {
  let { vanished, toldModseq } = nothing;
  for (let to = folder.frontier - 1; to >= 1;) {
    context.signal.throwIfAborted();
    const { id, generation } = folder;
    const uids = await newestUids(store().read, id, generation, to + 1, context.timing.changedRowsMax);
    const from = uids.length < context.timing.changedRowsMax ? 1 : (uids.at(-1) ?? 1);
    const window = await session.fetchFlags({ from, to }, anchor);
    const told = await take(context, folder, { flags: window.rows, vanished: window.vanished, isIncomplete: false });
    vanished = vanished.concat(told.vanished);
    toldModseq = higher(toldModseq, told.toldModseq);
    to = from - 1;
  }
  return { vanished, toldModseq, isIncomplete: false };
}

type Answer = { flags: FlagRow[]; vanished: number[]; isIncomplete: boolean };

async function take(context: SyncContext, folder: FolderRow, { flags, vanished, isIncomplete }: Answer): Promise<Told> {
  await recordFlags(context, folder, flags);
  const toldModseq = flags.reduce<bigint | null>((most, { modseq }) => higher(most, modseq), null);
  return { vanished, toldModseq, isIncomplete };
}

/** MODSEQ by MODSEQ, because it may be above what a number holds. */
const higher = (a: bigint | null, b: bigint | null): bigint | null => (b !== null && (a ?? 0n) < b ? b : a);
