"use client";

import { useQuery } from "@tanstack/react-query";
import { CalendarClock, CalendarX } from "lucide-react";
import type { MailEvent } from "#lib/contracts/event";
import type { Message } from "#lib/contracts/message";
import { isCalendar } from "#lib/files/file-kind";
import { messageEventOptions } from "#lib/query/events";
import { useStrings } from "../../language/use-strings.ts";
import { AnswerButtons } from "./answer-buttons.tsx";
import { EventPeople } from "./event-people.tsx";
import { inOtherZone, recurrenceWords, spanWords } from "./event-words.ts";

/** What a mail asks one to come to: when, where, with whom, and the answer. Nothing while it is not known, or where there is none. */
export function EventCard({ message }: { message: Message }) {
  const hasCalendar = message.attachments.some(isCalendar);
  const { data } = useQuery({ ...messageEventOptions(message.id), enabled: hasCalendar });
  return data?.event ? <Card event={data.event} messageId={message.id} /> : null;
}

function Card({ event, messageId }: { event: MailEvent; messageId: number }) {
  const strings = useStrings();
  const words = strings.conversation.event;
  const isOff = event.kind === "cancellation";
  const Icon = isOff ? CalendarX : CalendarClock;
  const organizerTime = inOtherZone(event, strings.locale);
  return (
    <section aria-label={words.kinds[event.kind]} className="mb-3 rounded-md border border-line bg-ground px-4 py-3">
      <p className="flex items-center gap-1.5 text-xs text-ink-2">
        <Icon aria-hidden className={`size-3.5! ${isOff ? "text-bad" : "text-accent"}`} />
        {words.kinds[event.kind]}
      </p>
      <h3 dir="auto" className={`mt-1 text-base font-strong wrap-anywhere ${isOff ? "line-through" : ""}`}>
        {event.title || words.untitled}
      </h3>
      <p className="mt-1 tabular-nums" suppressHydrationWarning>
        {spanWords(event, strings)}
      </p>
      {organizerTime && <p className="text-xs text-ink-3 tabular-nums">{words.forOrganizer(organizerTime)}</p>}
      {event.recurrence && <p className="text-ink-2">{recurrenceWords(event.recurrence, strings)}</p>}
      {event.place && (
        <p dir="auto" className="mt-1 wrap-anywhere text-ink-2">
          {event.place}
        </p>
      )}
      <EventPeople event={event} />
      {event.answerAs && <AnswerButtons {...event} messageId={messageId} />}
    </section>
  );
}
