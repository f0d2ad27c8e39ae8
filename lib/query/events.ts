import { queryOptions } from "@tanstack/react-query";
import { FoundEvent, type EventAnswer } from "../contracts/event.ts";
import { AcceptedSend } from "../contracts/send.ts";
import { get, post } from "./api.ts";
import { keys } from "./keys.ts";

/** The event that a mail brings. */
export function messageEventOptions(messageId: number) {
  return queryOptions({
    queryKey: keys.messageEvent(messageId),
    queryFn: ({ signal }) => get(`/api/messages/${messageId}/event`, FoundEvent, { signal }),
  });
}

export async function answerEvent(messageId: number, answer: EventAnswer, idempotencyKey: string) {
  return post(`/api/messages/${messageId}/event/answers`, { answer, idempotencyKey }, AcceptedSend);
}
