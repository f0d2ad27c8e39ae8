"use client";

import { useQuery } from "@tanstack/react-query";
import type { MailEvent } from "#lib/contracts/event";
import type { Attachment, Message } from "#lib/contracts/message";
import { isCalendar } from "#lib/files/file-kind";
import { messageEventOptions } from "#lib/query/events";

/** The event that a mail brings: undefined while it is not known, null where there is none. */
export function useEvent(message: Message): MailEvent | null | undefined {
  const hasCalendar = message.attachments.some(isCalendar);
  const { data, isError } = useQuery({ ...messageEventOptions(message.id), enabled: hasCalendar });
  return hasCalendar && !isError ? data?.event : null;
}

/** Whether a file says what the event's card says. Until that is known, a calendar's file is believed to. */
export function isOnCard(file: Attachment, event: MailEvent | null | undefined): boolean {
  if (event === null || !isCalendar(file)) return false;
  // What asks for an answer is one thing however often it is enclosed; else each file is an event of its own.
  return event === undefined || event.kind !== "event" || event.attachmentId === file.id;
}
