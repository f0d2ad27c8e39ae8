/** Gmail's labels (X-GM-LABELS): names of folders, and a few of its own that begin with a backslash. */
import type { FolderRole } from "../contracts/vocabulary.ts";

/** \Starred is left out: it is \Flagged under another name. */
export const ownLabels = { inbox: "\\Inbox", sent: "\\Sent", drafts: "\\Draft" } as const satisfies Partial<
  Record<FolderRole, string>
>;

/** What nobody may put on or take off a message (Gmail answers with an error, or does nothing). */
const givenByGmail = new Set<string>([ownLabels.sent, ownLabels.drafts]);

export const isGivenByGmail = (label: string): boolean => givenByGmail.has(label);

/** In one spelling and one order, so that equal sets are equal texts. */
export function keptLabels(told: Iterable<string>): string[] {
  const labels = new Set([...told].map((label) => (label === "\\Drafts" ? ownLabels.drafts : label)));
  labels.delete("\\Starred");
  return [...labels].sort();
}

/**
 * Where a message of All Mail counts as lying. One that is in no place of work is archived, whatever labels of the user's own it has:
 * archiving takes off \Inbox and nothing else.
 * @param folderRoles of the folders that its labels name
 */
export function rolesOfLabels(labels: readonly string[], folderRoles: readonly FolderRole[]): FolderRole[] {
  const own = (["inbox", "sent", "drafts"] as const).filter((role) => labels.includes(ownLabels[role]));
  const roles = new Set<FolderRole>([...own, ...folderRoles.filter((role) => role !== "none")]);
  return roles.size > 0 ? [...roles] : ["archive"];
}
