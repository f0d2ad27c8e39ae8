import {
  conversationStatuses,
  folderRoles,
  type ConversationStatus,
  type FolderRole,
} from "../contracts/vocabulary.ts";

/** One wish of a search; all must hold. */
export type SearchTerm = { not: boolean } &
  /** An assignee is `me`, `none`, or part of a name or address. */
  (
    | { kind: "text" | "from" | "to" | "subject" | "folder" | "tag" | "assignee"; value: string }
    | { kind: "status"; value: ConversationStatus }
    | { kind: "role"; value: FolderRole }
    | { kind: "unseen" | "flagged" | "snoozed" | "attachment" | "note" }
    | { kind: "before" | "after"; at: Date }
  );

/** More would make a query nobody typed. */
const termsMax = 20;

/**
 * Reads what a person typed into the search field: words, `"phrases"`, `-not`, and `from: to: subject: is: has: in: tag: assignee: before: after:`.
 * Never fails: an operator that makes no sense is searched for as the text it is.
 */
export function parseQuery(query: string): SearchTerm[] {
  const found = [...query.matchAll(/(-?)(?:([a-z]+):)?(?:"([^"]*)"?|([^\s"]+))/giu)];
  return found.slice(0, termsMax).flatMap(([whole, minus, operator, phrase, word]) => {
    const value = (phrase ?? word ?? "").trim();
    if (value === "") return [];
    const not = minus === "-";
    if (operator === undefined) return [{ kind: "text", value, not }];
    return [operatorTerm(operator.toLowerCase(), value, not) ?? { kind: "text", value: whole, not: false }];
  });
}

function operatorTerm(operator: string, value: string, not: boolean): SearchTerm | null {
  switch (operator) {
    case "from":
    case "to":
    case "subject":
    case "tag":
      return { kind: operator, value, not };
    case "assignee":
      return { kind: "assignee", value: value.toLowerCase() === "nobody" ? "none" : value, not };
    case "in":
      return folderTerm(value, not);
    case "is":
      return stateTerm(value.toLowerCase(), not);
    case "has":
      return thingTerm(value.toLowerCase(), not);
    case "before":
    case "after":
      return dateTerm(operator, value, not);
    default:
      return null;
  }
}

function folderTerm(value: string, not: boolean): SearchTerm {
  const name = value.toLowerCase() === "spam" ? "junk" : value.toLowerCase();
  const role = folderRoles.find((role) => role === name && role !== "none");
  return role ? { kind: "role", value: role, not } : { kind: "folder", value, not };
}

function stateTerm(value: string, not: boolean): SearchTerm | null {
  const status = conversationStatuses.find((status) => status === value);
  if (status) return { kind: "status", value: status, not };
  if (value === "unseen" || value === "unread") return { kind: "unseen", not };
  if (value === "seen" || value === "read") return { kind: "unseen", not: !not };
  if (value === "flagged" || value === "starred") return { kind: "flagged", not };
  if (value === "snoozed") return { kind: "snoozed", not };
  if (value === "unassigned") return { kind: "assignee", value: "none", not };
  if (value === "assigned") return { kind: "assignee", value: "none", not: !not };
  return null;
}

function thingTerm(value: string, not: boolean): SearchTerm | null {
  if (value === "attachment" || value === "attachments") return { kind: "attachment", not };
  if (value === "note" || value === "notes") return { kind: "note", not };
  return null;
}

/** Days are UTC days: `before:2026-03-01` ends with February, `after:2026-03-01` begins with the first of March. */
function dateTerm(kind: "before" | "after", value: string, not: boolean): SearchTerm | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  const at = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : { kind, at, not };
}
