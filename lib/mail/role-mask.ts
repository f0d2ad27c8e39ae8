import { folderRoles, type FolderRole } from "../contracts/vocabulary.ts";

/** One bit a role, in the order of `folderRoles`: where a conversation's messages lie, in one number. */
export function roleBit(role: FolderRole): number {
  return 1 << folderRoles.indexOf(role);
}

export function roleMask(roles: readonly FolderRole[]): number {
  return roles.reduce((mask, role) => mask | roleBit(role), 0);
}

export function rolesOf(mask: number): FolderRole[] {
  return folderRoles.filter((role) => (mask & roleBit(role)) !== 0);
}

/** Only in Trash and Junk; with no mail left, a conversation's notes still count. */
export function isThrownAway({ roles }: { roles: readonly FolderRole[] }): boolean {
  return roles.length > 0 && roles.every(isTrash);
}

/** A draft that stands alone is nothing that was dealt with. */
export function isDraftAlone({ roles }: { roles: readonly FolderRole[] }): boolean {
  return roles.length > 0 && roles.every((role) => role === "drafts");
}

/** Something of it lies in Trash or Junk, and all the rest is what we sent. */
export function isDeletable({ roles }: { roles: readonly FolderRole[] }): boolean {
  return roles.some(isTrash) && roles.every((role) => isTrash(role) || role === "sent");
}

const isTrash = (role: FolderRole) => role === "trash" || role === "junk";
const atHand = roleMask(["inbox", "none"]);
const putAway = roleMask(["archive", "trash", "junk", "all", "drafts"]);

/**
 * Whether a conversation belongs in the ticket views: something of it lies in the inbox or in a folder of the user's own, or it is
 * only sent mail that nobody put away.
 */
export function isListed(mask: number): boolean {
  return (mask & atHand) !== 0 || (mask & putAway) === 0;
}
