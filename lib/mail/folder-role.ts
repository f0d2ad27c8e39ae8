import type { FolderRole, FolderRoleSource } from "../contracts/vocabulary.ts";
import { otherRoleOfName, roleOfName } from "./folder-names.ts";

export type KnownFolder = {
  path: string;
  name: string;
  delimiter: string;
  /** The personal namespace's prefix, e.g. `INBOX.`: what lies directly below it is top level. */
  namespacePrefix: string;
  /** SPECIAL-USE (RFC 6154), or null. */
  serverRole: FolderRole | null;
  /** How much has come in: UIDNEXT, or how many messages there are. Of two that are alike in all else, the busier one is written to. */
  activity: number;
  /** Written to until now: stays so while no folder has a better claim. */
  isHeld?: boolean;
  /** One of Gmail's labels: archiving is no matter of one called “Archive”, so that names do not count. */
  label?: string | null;
  /** A folder that cannot be opened holds nothing and has no role. */
  selectable?: boolean;
};

export type AssignedRole = {
  role: FolderRole;
  roleSource: FolderRoleSource;
  /** Of several folders with one role, the one that is written to. */
  isPrimary: boolean;
};

/** Best claim first. */
const ranks = ["user", "server", "exact", "decorated", "none"] as const;
type Claim = {
  folder: KnownFolder;
  role: FolderRole;
  rank: (typeof ranks)[number];
  otherRole?: FolderRole | undefined;
};

/**
 * Gives each folder its role, by the user's word, else the server's flag, else its name; and each role one primary folder. Names count at
 * top level only: `Projects/Archive` is a folder of the user's own.
 */
export function assignRoles(
  folders: readonly KnownFolder[],
  userRoles: ReadonlyMap<string, FolderRole>,
): Map<string, AssignedRole> {
  const claims = withoutDoubt(folders.map((folder) => claimOf(folder, userRoles.get(folder.path))));
  const primaries = new Map<FolderRole, Claim>();
  for (const claim of claims) {
    const rival = primaries.get(claim.role);
    if (claim.role !== "none" && (!rival || isBetter(claim, rival))) primaries.set(claim.role, claim);
  }
  return new Map(
    claims.map((claim) => [
      claim.folder.path,
      { role: claim.role, roleSource: sourceOf(claim), isPrimary: primaries.get(claim.role) === claim },
    ]),
  );
}

function claimOf(folder: KnownFolder, userRole: FolderRole | undefined): Claim {
  if (folder.selectable === false) return { folder, role: "none", rank: "none" };
  if (userRole !== undefined) return { folder, role: userRole, rank: "user" };
  if (isInbox(folder)) return { folder, role: "inbox", rank: "server" };
  if (folder.serverRole !== null && folder.serverRole !== "none")
    return { folder, role: folder.serverRole, rank: "server" };
  const named = isTopLevel(folder) && (folder.label ?? null) === null ? roleOfName(folder.name) : null;
  if (!named) return { folder, role: "none", rank: "none" };
  return { folder, role: named.role, rank: named.manner, otherRole: otherRoleOfName(folder.name) };
}

/** A word that means one thing here and another there (`Basura`) takes what no other folder of the account is for. */
function withoutDoubt(claims: Claim[]): Claim[] {
  const certain = new Set(claims.filter((claim) => claim.otherRole === undefined).map((claim) => claim.role));
  return claims.map((claim) => {
    const { role, otherRole } = claim;
    return otherRole && certain.has(role) && !certain.has(otherRole) ? { ...claim, role: otherRole } : claim;
  });
}

/** At the root, or directly under the namespace's prefix or Gmail's container. */
function isTopLevel({ path, delimiter, namespacePrefix }: KnownFolder): boolean {
  if (delimiter === "") return true;
  const prefixes = [namespacePrefix, `[Gmail]${delimiter}`, `[Google Mail]${delimiter}`];
  const prefix = prefixes.find((one) => one !== "" && path.toLowerCase().startsWith(one.toLowerCase())) ?? "";
  return !path.slice(prefix.length).includes(delimiter);
}

/** RFC 3501 §5.1: INBOX is INBOX in any case. */
const isInbox = (folder: KnownFolder) => folder.path.toUpperCase() === "INBOX";

function isBetter(claim: Claim, rival: Claim): boolean {
  const [mine, theirs] = [ranks.indexOf(claim.rank), ranks.indexOf(rival.rank)];
  if (mine !== theirs) return mine < theirs;
  if (isInbox(claim.folder) !== isInbox(rival.folder)) return isInbox(claim.folder);
  if (claim.folder.isHeld !== rival.folder.isHeld) return claim.folder.isHeld === true;
  if (claim.folder.activity !== rival.folder.activity) return claim.folder.activity > rival.folder.activity;
  // Neither is busier: the shorter, then the first by path, so that the choice is stable.
  const [a, b] = [claim.folder.path, rival.folder.path];
  return a.length !== b.length ? a.length < b.length : a < b;
}

function sourceOf({ rank }: Claim): FolderRoleSource {
  return rank === "exact" || rank === "decorated" ? "name" : rank;
}
