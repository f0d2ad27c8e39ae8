/** What moving and labelling mean for a message of Gmail's: pure, so that every case can be told in a test. */
import type { ActPlace } from "#db/queries/conversations/act-places";
import type { LabelFolder } from "#db/queries/labels/labels-of-account";
import { isGivenByGmail, ownLabels } from "#lib/mail/labels";
import { AppError } from "../../errors.ts";
import type { MoveTarget } from "./plan-moves.ts";

export type LabelledMove = {
  /** All Mail, Spam or Trash, when it has to leave for there. */
  toFolderId: number | null;
  add: LabelFolder[];
  remove: LabelFolder[];
};

type Labelled = Pick<ActPlace, "folderId" | "movingToFolderId" | "labels"> & { allMailId: number };

/**
 * Into Spam and Trash a message is moved; from there it comes back to All Mail. Everything else is labels: to archive takes off \Inbox, to move
 * to a label puts that on and takes off \Inbox, and the label it is moved from if one is named.
 * @param folderId the folder of the target: of a role, or the one that was named
 * @throws AppError for what nobody but Gmail puts there
 */
export function planLabelledMove(
  place: Labelled,
  target: MoveTarget,
  folderId: number,
  labels: readonly LabelFolder[],
): LabelledMove {
  const inbox = labels.filter(({ label }) => label === ownLabels.inbox);
  const wanted = labels.find((folder) => folder.id === folderId);
  if (wanted && !mayBeGiven(wanted))
    throw new AppError("conflict", `Gmail itself decides what lies in “${wanted.name}”.`);
  if (!wanted && folderId !== place.allMailId) return { toFolderId: folderId, add: [], remove: [] };
  const fromFolderId = typeof target === "object" ? target.fromFolderId : undefined;
  const from = labels.filter((folder) => folder.id === fromFolderId && mayBeGiven(folder));
  const remove = [...inbox, ...from].filter((folder) => folder !== wanted);
  const isInAllMail = (place.movingToFolderId ?? place.folderId) === place.allMailId;
  // What is on its way may have lost its labels by then: all of them are wished for.
  const isSettled = isInAllMail && place.movingToFolderId === null;
  const has = ({ label }: LabelFolder) => place.labels.includes(label);
  return {
    toFolderId: isInAllMail ? null : place.allMailId,
    add: wanted && !(isSettled && has(wanted)) ? [wanted] : [],
    remove: isSettled ? remove.filter(has) : remove,
  };
}

/** \Starred is \Flagged, which is a flag; \Sent and \Draft say what a mail is. */
export const mayBeGiven = ({ label }: LabelFolder): boolean => !isGivenByGmail(label) && label !== "\\Starred";
