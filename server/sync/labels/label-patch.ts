import type { FolderPatch, FolderRow } from "#db/queries/sync/folders";
import type { RemoteFolder } from "#server/imap/session";
import type { Labelling } from "./choose-labelling.ts";

/** What a folder becomes as one of Gmail's labels, or as a folder of its own again, which is then read from its beginning. */
export function labelPatch(
  row: FolderRow | null,
  { label, holdsLabels }: Labelling,
  remote: RemoteFolder,
): FolderPatch {
  if (label !== null) return { label, holdsLabels, backfillDone: true, parkedUntil: null, ...countsOf(remote) };
  if (row === null || row.label === null) return { label, holdsLabels };
  return {
    label,
    holdsLabels,
    uidValidity: null,
    uidNext: null,
    highestModseq: null,
    modseqAnchor: null,
    frontier: 1,
    backfillFrontier: null,
    backfillDone: false,
    lastComparedAt: null,
  };
}

/** Nobody opens a label: what the list says of it is all that is known. */
function countsOf({ status }: RemoteFolder): FolderPatch {
  if (!status) return {};
  const { messageCount, unseenCount, uidNext, uidValidity } = status;
  return { serverCount: messageCount, serverUnseenCount: unseenCount, uidNext, uidValidity };
}
