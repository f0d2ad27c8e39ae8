import type { AcceptedSend, SendMail } from "../contracts/send.ts";
import type { z } from "zod";
import { del, post, send } from "./api.ts";

/** With a conversation a reply, else a new mail. Refused as stale when the conversation moved on since `lastSeenMessageId`. */
export function sendMail(
  conversationId: number | null,
  mail: z.input<typeof SendMail>,
  signal: AbortSignal,
): Promise<AcceptedSend> {
  const path = conversationId === null ? "/api/conversations" : `/api/conversations/${conversationId}/replies`;
  return post(path, mail, "acceptedSend", { signal });
}

/** Takes back what is still queued. */
export function undoSend(sendId: number): Promise<void> {
  return del(`/api/sends/${sendId}`);
}

export function retrySend(sendId: number): Promise<void> {
  return send("POST", `/api/sends/${sendId}/retry`);
}
