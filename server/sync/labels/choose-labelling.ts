/**
 * Whether an account of Gmail's is synced by its labels or folder by folder. By labels, All Mail, Spam and Trash hold each message once
 * and every other folder is a label. That needs an All Mail that is listed, and that shows everything.
 */
import type { FolderRow } from "#db/queries/sync/folders";
import type { RemoteFolder } from "#server/imap/session";

export type Labelling = Pick<FolderRow, "label" | "holdsLabels">;

/** Why an account of Gmail's is synced folder by folder. */
export type FolderModeReason = "all-mail-hidden" | "all-mail-limited";

export type ChosenLabelling = {
  reason: FolderModeReason | null;
  /** It will change by itself, once mail has been read. */
  isPassing: boolean;
  of: (remote: RemoteFolder) => Labelling;
};

type Stored = Pick<
  FolderRow,
  "path" | "label" | "holdsLabels" | "missingSince" | "backfillDone" | "storedCount" | "quarantinedCount"
>;

/** What Gmail's setting “Limit IMAP folders to contain no more than this many messages” can be. */
const limits = new Set([1000, 2000, 5000, 10_000]);

const none: Labelling = { label: null, holdsLabels: false };
const folderMode = (reason: FolderModeReason | null, isPassing = false): ChosenLabelling => ({
  reason,
  isPassing,
  of: () => none,
});

/**
 * @param stored the account's folders, as the last list left them
 * @param circumstances `wantsAll`: all history is wanted, so that counts can be compared; `isBusy`: acts wait to be carried out, under
 * which nothing may change its place; `isShort`: All Mail was found to show less than the labels do
 */
export function chooseLabelling(
  stored: readonly Stored[],
  listed: readonly RemoteFolder[],
  { isGmail, wantsAll, isBusy, isShort }: { isGmail: boolean; wantsAll: boolean; isBusy: boolean; isShort: boolean },
): ChosenLabelling {
  if (!isGmail) return folderMode(null);
  const allMail = listed.find((remote) => remote.serverRole === "all" && remote.selectable);
  const holder = stored.find((folder) => folder.holdsLabels);
  const isByLabels = stored.some((folder) => folder.label !== null);
  if (!allMail) {
    // A list that is cut short once says nothing yet.
    const isDoubtful = isByLabels && holder !== undefined && holder.missingSince === null;
    return isDoubtful ? labelMode(holder.path) : folderMode("all-mail-hidden", holder !== undefined);
  }
  if (isLimited(allMail, listed, isShort)) return folderMode("all-mail-limited");
  const mayChange = isByLabels || (!isBusy && isReady(stored, allMail, wantsAll));
  return mayChange ? labelMode(allMail.path) : folderMode(null, true);
}

/** A limit that is reached may be chance; one that is reached while a label shows more than All Mail has of it is none. */
function isLimited(allMail: RemoteFolder, listed: readonly RemoteFolder[], isShort: boolean): boolean {
  const count = allMail.status?.messageCount ?? 0;
  return (
    limits.has(count) &&
    (isShort || listed.some((remote) => isLabel(remote) && (remote.status?.messageCount ?? 0) > count))
  );
}

/** Mail that was read folder by folder stays in sight until All Mail has it too. */
function isReady(stored: readonly Stored[], allMail: RemoteFolder, wantsAll: boolean): boolean {
  const known = stored.find((folder) => folder.path === allMail.path);
  const others = stored.filter((folder) => folder !== known);
  if (others.every((folder) => folder.storedCount === 0)) return true;
  if (!known || known.missingSince !== null || !known.backfillDone) return false;
  return !wantsAll || known.storedCount + known.quarantinedCount === allMail.status?.messageCount;
}

/** All that can be opened but All Mail, Spam and Trash. */
function isLabel({ selectable, serverRole }: RemoteFolder): boolean {
  return selectable && serverRole !== "all" && serverRole !== "junk" && serverRole !== "trash";
}

function labelMode(allMailPath: string): ChosenLabelling {
  return {
    reason: null,
    isPassing: false,
    of: (remote) => {
      if (remote.path === allMailPath) return { label: null, holdsLabels: true };
      return isLabel(remote) ? { label: remote.ownLabel ?? remote.path, holdsLabels: false } : none;
    },
  };
}
