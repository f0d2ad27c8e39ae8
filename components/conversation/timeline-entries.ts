import type { Activity, ConversationDetail, Note } from "#lib/contracts/conversation";
import type { Message } from "#lib/contracts/message";

export type TimelineEntry =
  | { kind: "message"; key: string; at: string; message: Message }
  | { kind: "note"; key: string; at: string; note: Note }
  | { kind: "activity"; key: string; at: string; activity: Activity };

/** Everything that happened in a conversation, oldest first. */
export function timelineEntries({ messages, notes, activity }: ConversationDetail): TimelineEntry[] {
  const entries: TimelineEntry[] = [
    ...messages.map((message) => ({
      kind: "message" as const,
      key: `m${message.id}`,
      at: message.receivedAt,
      message,
    })),
    ...notes.map((note) => ({ kind: "note" as const, key: `n${note.id}`, at: note.createdAt, note })),
    // The mail itself says that it was sent.
    ...activity
      .filter((each) => each.kind !== "sent")
      .map((each) => ({ kind: "activity" as const, key: `a${each.id}`, at: each.createdAt, activity: each })),
  ];
  return entries.sort((a, b) => a.at.localeCompare(b.at));
}

/** Which messages are open to begin with: the newest, what nobody has seen, and what is still on its way. */
export function isOpenAtFirst(message: Message, newest: Message | undefined): boolean {
  if (message.id === newest?.id || !message.seen) return true;
  return message.send !== null && message.send.state !== "sent" && message.send.state !== "cancelled";
}
