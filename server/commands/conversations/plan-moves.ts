/** What moving a conversation means for each of its placements: pure, so that every case can be told in a test. */
import type { ActPlace, Waiting } from "#db/queries/conversations/act-places";
import type { FolderRole } from "#lib/contracts/vocabulary";

export type MoveTarget =
  "inbox" | "archive" | "junk" | "trash" | { folderId: number; accountId: number; fromFolderId?: number | undefined };

/** Which placements an act means; sent mail, drafts, and what is there already stay where they are. */
export function placesToMove(places: ActPlace[], target: MoveTarget): ActPlace[] {
  if (typeof target === "object") {
    const here = places.filter((place) => place.accountId === target.accountId);
    const movable = here.filter((place) => (place.movingToFolderId ?? place.folderId) !== target.folderId);
    return withoutCopies(movable, ["inbox", "none", "archive", "junk", "trash"]);
  }
  if (target === "inbox") return withoutCopies(places, ["archive", "junk", "trash"]);
  const atHand = withoutCopies(places, target === "archive" ? ["inbox", "none"] : ["inbox", "none", "archive"]);
  // From Trash or Spam straight to another place: what lies at hand goes first, and the rest stays thrown away.
  if (atHand.length > 0) return atHand;
  const thrownAway: FolderRole[] = target === "archive" ? ["junk", "trash"] : target === "trash" ? ["junk"] : ["trash"];
  return withoutCopies(places, thrownAway);
}

/**
 * Those in folders of these roles. Gmail keeps every mail in All Mail too, and takes that copy along by itself: it is moved only when
 * the account has the message nowhere else.
 */
function withoutCopies(places: ActPlace[], roles: FolderRole[]): ActPlace[] {
  const meant = places.filter((place) => roles.includes(place.shownRole));
  const key = (place: ActPlace) => `${place.accountId}:${place.messageId}`;
  const elsewhere = new Set(places.filter((place) => place.shownRole !== "all").map(key));
  const isArchived = roles.includes("archive");
  return [...meant, ...places.filter((place) => isArchived && place.shownRole === "all" && !elsewhere.has(key(place)))];
}

/** A place the mail came from, when an act takes it back there: the folder itself, not just one of the same role. */
export function homeOf(place: ActPlace, target: MoveTarget): number | null {
  if (typeof target === "object" || place.movingToFolderId === null) return null;
  const isHome = place.role === target || (target === "inbox" && place.role === "none");
  return isHome ? place.folderId : null;
}

export type PlannedMove = {
  /** Operations that nobody has begun and that are not wanted any more. */
  takeBackIds: number[];
  /** Whether the server has to be told. */
  isWished: boolean;
  /** Where it is shown until the server has done it; null where the server has it. */
  movingToFolderId: number | null;
};

/** Moves of one placement replace one another: there and back again before anybody began is no move at all. */
export function planMove(
  place: Pick<ActPlace, "folderId" | "movingToFolderId">,
  waiting: Waiting[],
  toFolderId: number,
): PlannedMove {
  const takeBackIds = waiting.filter((operation) => operation.isUntouched).map((operation) => operation.id);
  const reached = reachedFolder(place, waiting);
  const isWished = reached !== toFolderId;
  const isSettled = !isWished && reached === place.folderId && takeBackIds.length === waiting.length;
  return { takeBackIds, isWished, movingToFolderId: isSettled ? null : toFolderId };
}

/** Where it is, or will be once all that was begun is done. */
function reachedFolder(place: Pick<ActPlace, "folderId" | "movingToFolderId">, waiting: Waiting[]): number {
  const begun = waiting.findLast((operation) => !operation.isUntouched);
  if (begun?.payload.kind === "move") return begun.payload.toFolderId;
  // Moved already, by a server that did not tell under which UID: it waits to be found there.
  return waiting.length === 0 && place.movingToFolderId !== null ? place.movingToFolderId : place.folderId;
}
