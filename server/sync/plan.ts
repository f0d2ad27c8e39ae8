/**
 * What one look at a folder has to do, decided from what is stored and what the server says, and from nothing else.
 */
import type { FolderRow } from "#db/queries/sync/folders";
import type { FolderStatus, ServerCapabilities } from "#server/imap/session";
import type { Timing } from "./timing.ts";

export type Checkpoint = Pick<
  FolderRow,
  | "role" | "label" | "holdsLabels" | "selectable" | "missingSince" | "parkedUntil" | "uidValidity" | "uidNext" | "highestModseq" | "modseqAnchor"
  | "frontier" | "backfillDone" | "serverCount" | "serverUnseenCount" | "storedCount" | "quarantinedCount" | "lastComparedAt"
>; // prettier-ignore

export type Circumstances = {
  now: Date;
  /** Whether all of the folder's history is wanted, so that counts can be compared. */
  wantsAll: boolean;
  /** The server told by itself that something happened here. */
  isHinted: boolean;
  /** When flags were read without CONDSTORE, in milliseconds before now; Infinity for never. */
  sinceNewestScanMs: number;
  sinceFullScanMs: number;
  sinceCompareMs: number;
};

/**
 * `qresync` changes and deletions come with SELECT · `condstore` changes since the anchor · `newest-flags` the newest few hundred ·
 * `all-flags` every message.
 */
export type ChangeSource = "qresync" | "condstore" | "newest-flags" | "all-flags";

export type FolderPlan =
  | { kind: "skip"; reason: "not-selectable" | "label" | "missing" | "parked" | "unchanged" }
  | { kind: "begin" }
  | { kind: "reset" }
  | { kind: "catch-up"; changes: ChangeSource; compare: boolean };

export function planFolder(
  folder: Checkpoint,
  remote: FolderStatus | null,
  capabilities: Pick<ServerCapabilities, "qresync" | "condstore">,
  timing: Timing,
  circumstances: Circumstances,
): FolderPlan {
  const { now, isHinted } = circumstances;
  if (!folder.selectable) return { kind: "skip", reason: "not-selectable" };
  if (folder.label !== null) return { kind: "skip", reason: "label" };
  if (folder.missingSince) return { kind: "skip", reason: "missing" };
  if (folder.parkedUntil && folder.parkedUntil > now) return { kind: "skip", reason: "parked" };
  if (folder.uidNext === null) return { kind: "begin" };
  if (isNewUidValidity(folder.uidValidity, remote?.uidValidity ?? null)) return { kind: "reset" };

  const compare = mustCompare(folder, remote, timing, circumstances);
  // A row that a server left out, or that could not be read, is in no count: once in a while flags are believed to nobody.
  const isDue = isCompareDue(folder, timing, now) && folder.lastComparedAt !== null;
  const changes = isDue ? "all-flags" : changeSource(folder, remote, capabilities, timing, circumstances);
  const isQuiet = changes === "qresync" || changes === "condstore" || untilScanMs(folder, timing, circumstances) > 0;
  if (remote && !isHinted && !compare && isQuiet && isUnchanged(folder, remote))
    return { kind: "skip", reason: "unchanged" };
  return { kind: "catch-up", changes, compare };
}

/**
 * For how long a folder with nothing to do may be left alone, as long as the server says the same of it, in milliseconds; 0 when there is
 * something to do.
 */
export function restMs(
  plan: FolderPlan,
  folder: Checkpoint,
  remote: FolderStatus | null,
  timing: Timing,
  circumstances: Circumstances,
): number {
  if (plan.kind !== "skip") return 0;
  const since = circumstances.now.getTime();
  switch (plan.reason) {
    case "not-selectable":
    case "label":
      return Infinity;
    case "missing":
      return 0;
    case "parked":
      return (folder.parkedUntil?.getTime() ?? since) - since;
    case "unchanged":
      return Math.min(
        folder.backfillDone ? (folder.lastComparedAt?.getTime() ?? since) + timing.compareMs - since : 0,
        remote && isCountOff(folder, remote, circumstances)
          ? timing.recompareMs - circumstances.sinceCompareMs
          : Infinity,
        remote && remote.highestModseq === null ? untilScanMs(folder, timing, circumstances) : Infinity,
      );
    default:
      return plan.reason satisfies never;
  }
}

/** None or 0 is a server that does not say, not a change (RFC 3501 §2.3.1.1 wants a non-zero value). */
export function isNewUidValidity(known: bigint | null, told: bigint | null): boolean {
  return known !== null && told !== null && told !== 0n && known !== told;
}

/** MESSAGES belongs to it: CONDSTORE alone does not oblige a server to raise HIGHESTMODSEQ on EXPUNGE (RFC 7162 §3.1). */
function isUnchanged(folder: Checkpoint, remote: FolderStatus): boolean {
  // Not told when it was asked for: without it no later change would be noticed.
  if (folder.uidValidity === null && remote.uidValidity !== null) return false;
  if (remote.messageCount !== folder.serverCount || remote.uidNext !== folder.uidNext) return false;
  if (remote.highestModseq !== null) return remote.highestModseq === folder.highestModseq;
  return remote.unseenCount === folder.serverUnseenCount;
}

function isCompareDue({ backfillDone, lastComparedAt }: Checkpoint, { compareMs }: Timing, now: Date): boolean {
  return backfillDone && (!lastComparedAt || now.getTime() - lastComparedAt.getTime() >= compareMs);
}

function mustCompare(
  folder: Checkpoint,
  remote: FolderStatus | null,
  timing: Timing,
  circumstances: Circumstances,
): boolean {
  const { now } = circumstances;
  if (!folder.backfillDone) return false;
  if (isCompareDue(folder, timing, now)) return true;
  if (!remote) return false;
  const isRewound =
    isBackwards(folder.uidNext, remote.uidNext) || isBackwards(folder.highestModseq, remote.highestModseq);
  if (isRewound && circumstances.sinceCompareMs >= timing.recompareMs) return true;
  // What changed just now may explain it; only a difference that stays is looked into.
  const isOff = isCountOff(folder, remote, circumstances) && isUnchanged(folder, remote);
  return isOff && circumstances.sinceCompareMs >= timing.recompareMs;
}

function isCountOff(folder: Checkpoint, remote: FolderStatus, { wantsAll }: Circumstances): boolean {
  return wantsAll && remote.messageCount !== folder.storedCount + folder.quarantinedCount;
}

function changeSource(
  folder: Checkpoint,
  remote: FolderStatus | null,
  capabilities: Pick<ServerCapabilities, "qresync" | "condstore">,
  timing: Timing,
  { sinceFullScanMs }: Circumstances,
): ChangeSource {
  const hasModseq = capabilities.condstore && (remote ? remote.highestModseq !== null : folder.highestModseq !== null);
  if (hasModseq) {
    const isRewound = isBackwards(folder.highestModseq, remote?.highestModseq ?? null);
    // STATUS may lag behind SELECT for ever: then the anchor is as good as it was.
    if (folder.modseqAnchor === null || (isRewound && sinceFullScanMs >= timing.recompareMs)) return "all-flags";
    return capabilities.qresync ? "qresync" : "condstore";
  }
  const fullScanMs = holdsNewMail(folder) ? timing.fullScanInboxMs : timing.fullScanMs;
  return sinceFullScanMs >= fullScanMs ? "all-flags" : "newest-flags";
}

function untilScanMs(
  folder: Checkpoint,
  timing: Timing,
  { sinceNewestScanMs, sinceFullScanMs }: Circumstances,
): number {
  const isInbox = holdsNewMail(folder);
  return Math.min(
    (isInbox ? timing.newestScanInboxMs : timing.newestScanMs) - sinceNewestScanMs,
    (isInbox ? timing.fullScanInboxMs : timing.fullScanMs) - sinceFullScanMs,
  );
}

/** Where mail arrives: INBOX, or the All Mail of an account that is synced by Gmail's labels. */
export function holdsNewMail({ role, label, holdsLabels }: Pick<FolderRow, "role" | "label" | "holdsLabels">): boolean {
  return holdsLabels || (role === "inbox" && label === null);
}

/** Of numbers that only ever grow. */
export function isBackwards<T extends number | bigint>(known: T | null, told: T | null): boolean {
  return known !== null && told !== null && told < known;
}
