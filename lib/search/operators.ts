import { conversationStatuses, folderRoles } from "../contracts/vocabulary.ts";

/** The operators of the search field, in the order they are taught. */
export const operatorNames = [
  "from", "to", "cc", "subject", "body", "filename", "note", "has", "is", "in", "tag", "assignee", "account", "before", "after",
] as const; // prettier-ignore
export type OperatorName = (typeof operatorNames)[number];

export const stateValues = [
  "unseen", "seen", "flagged", "unflagged", "snoozed", ...conversationStatuses, "assigned", "unassigned",
] as const; // prettier-ignore
export const thingValues = ["attachment", "note"] as const;
export const placeValues = folderRoles.filter((role) => role !== "none");

/** What people bring along from other programs. */
export const spellings: ReadonlyMap<string, string> = new Map([
  ["is:unread", "is:unseen"],
  ["is:read", "is:seen"],
  ["is:starred", "is:flagged"],
  ["has:attachments", "has:attachment"],
  ["has:notes", "has:note"],
  ["has:file", "has:attachment"],
  ["in:spam", "in:junk"],
  ["in:bin", "in:trash"],
]);

/** `label:` is `tag:`, and so on. */
const otherNames: ReadonlyMap<string, OperatorName> = new Map([
  ["label", "tag"],
  ["assigned", "assignee"],
  ["folder", "in"],
  ["file", "filename"],
  ["since", "after"],
  ["until", "before"],
  ["sender", "from"],
  ["text", "body"],
  ["title", "subject"],
]);

export function operatorNamed(name: string): OperatorName | undefined {
  const lower = name.toLowerCase();
  return operatorNames.find((one) => one === lower) ?? otherNames.get(lower);
}

/** The operator somebody may have meant: at most two letters away. */
export function nearestOperator(name: string): OperatorName | null {
  const lower = name.toLowerCase();
  const ranked = operatorNames
    .map((one) => ({ one, distance: editDistance(lower, one) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  return best && best.distance <= Math.min(2, lower.length - 1) ? best.one : null;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
