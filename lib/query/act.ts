import type { Conversation, Tag } from "../contracts/conversation.ts";
import type { ConversationAct } from "../contracts/conversation-act.ts";
import type { ConversationStatus, FolderRole } from "../contracts/vocabulary.ts";

/** What an agent can do to a conversation at a click, and take back. */
export type Act =
  | { kind: "status"; status: ConversationStatus }
  | { kind: "assignee"; assignee: { id: number; name: string } | null }
  | { kind: "move"; role: "inbox" | "archive" | "junk" | "trash" }
  /** To one folder of one account. */
  | { kind: "folder"; folder: { id: number; name: string; role: FolderRole } }
  /** The agent's last move taken back: each mail to the folder that it came from. */
  | { kind: "back"; roles: FolderRole[] }
  /** For good, what lies in Trash or Junk. */
  | { kind: "delete" }
  | { kind: "undelete"; roles: FolderRole[] }
  | { kind: "tag"; tag: Tag; on: boolean }
  | { kind: "snooze"; until: string | null }
  | { kind: "seen"; seen: boolean }
  | { kind: "flagged"; flagged: boolean };

/** The row as it will be once the act is done. */
export function applyAct(row: Conversation, act: Act): Conversation {
  switch (act.kind) {
    case "status":
      return { ...row, status: act.status, snoozedUntil: act.status === "open" ? row.snoozedUntil : null };
    case "assignee":
      return { ...row, assignee: act.assignee };
    case "move":
      return { ...row, roles: [...new Set([...row.roles.filter((role) => role === "sent"), act.role])] };
    case "folder":
      return { ...row, roles: [...new Set([...row.roles.filter((role) => role === "sent"), act.folder.role])] };
    case "delete":
      return { ...row, roles: row.roles.filter((role) => role !== "trash" && role !== "junk") };
    case "back":
    case "undelete":
      return { ...row, roles: act.roles };
    case "tag":
      return { ...row, tags: [...row.tags.filter((tag) => tag.id !== act.tag.id), ...(act.on ? [act.tag] : [])] };
    case "snooze":
      return { ...row, snoozedUntil: act.until, ...(act.until !== null && { status: "open" }) };
    case "seen":
      return { ...row, unseen: !act.seen };
    case "flagged":
      return { ...row, flagged: act.flagged };
    default:
      return act satisfies never;
  }
}

/** What takes an act back, told from the row before it. */
export function inverseOf(row: Conversation, act: Act): Act {
  switch (act.kind) {
    case "status":
      return { kind: "status", status: row.status };
    case "assignee":
      return { kind: "assignee", assignee: row.assignee };
    case "move":
      return { kind: "move", role: homeOf(row.roles) };
    case "delete":
      return { kind: "undelete", roles: row.roles };
    case "undelete":
      return { kind: "delete" };
    case "folder":
    case "back":
      return { kind: "back", roles: row.roles };
    case "tag":
      return { ...act, on: row.tags.some((tag) => tag.id === act.tag.id) };
    case "snooze":
      return { kind: "snooze", until: row.snoozedUntil };
    case "seen":
      return { kind: "seen", seen: !row.unseen };
    case "flagged":
      return { kind: "flagged", flagged: row.flagged };
    default:
      return act satisfies never;
  }
}

/** How the server is asked for it; `row` is the row before the act. */
export function requestOf(row: Conversation, act: Act): ConversationAct {
  const conversationId = row.id;
  switch (act.kind) {
    case "status":
      return { conversationId, act: "status", status: act.status };
    case "assignee":
      return { conversationId, act: "assignee", assigneeId: act.assignee?.id ?? null };
    case "move":
      return { conversationId, act: "folder", role: act.role };
    case "folder":
      return { conversationId, act: "folder", folderId: act.folder.id };
    case "back":
      return { conversationId, act: "back" };
    case "delete":
    case "undelete":
      return { conversationId, act: "deletion", on: act.kind === "delete" };
    case "tag":
      return { conversationId, act: "tags", tagIds: applyAct(row, act).tags.map((tag) => tag.id) };
    case "snooze":
      return { conversationId, act: "snooze", until: act.until };
    case "seen":
      return { conversationId, act: "seen", on: act.seen };
    case "flagged":
      return { conversationId, act: "flagged", on: act.flagged };
    default:
      return act satisfies never;
  }
}

function homeOf(roles: readonly FolderRole[]): "inbox" | "archive" | "junk" | "trash" {
  const home = (["inbox", "archive", "junk", "trash"] as const).find((role) => roles.includes(role));
  return home ?? "inbox";
}
