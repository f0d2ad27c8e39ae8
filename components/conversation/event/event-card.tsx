"use client";

import { CalendarClock, CalendarX, Download } from "lucide-react";
import type { MailEvent } from "#lib/contracts/event";
import type { Message } from "#lib/contracts/message";
import { isCalendar } from "#lib/files/file-kind";
import { useStrings } from "../../language/use-strings.ts";
import { AnswerButtons } from "./answer-buttons.tsx";
import { EventPeople } from "./event-people.tsx";
import { inOtherZone, recurrenceWords, spanWords } from "./event-words.ts";
import { useEvent } from "./use-event.ts";

/** What a mail asks one to come to: when, where, with whom, and the answer. Nothing while it is not known, or where there is none. */
export function EventCard({ message }: { message: Message }) {
  return message.attachments.some(isCalendar) ? <CalendarCard message={message} /> : null;
}

function CalendarCard({ message }: { message: Message }) {
  const event = useEvent(message);
  return event ? <Card event={event} message={message} /> : null;
}

function Card({ event, message }: { event: MailEvent; message: Message }) {
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
        <SaveFile event={event} message={message} />
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
      {event.answerAs && <AnswerButtons {...event} messageId={message.id} />}
    </section>
  );
}

/** For a calendar of one's own. */
function SaveFile({ event: { attachmentId }, message }: { event: MailEvent; message: Message }) {
  const words = useStrings().conversation;
  const name = message.attachments.find(({ id }) => id === attachmentId)?.filename || "event.ics";
  return (
    <a
      href={`/api/attachments/${attachmentId}`}
      download={name}
      aria-label={words.download(name)}
      title={words.download(name)}
      className="-my-1.5 -mr-2 ml-auto grid size-7 place-items-center rounded-md text-ink-3 hover:bg-hover hover:text-ink print:hidden"
    >
      <Download aria-hidden className="size-3.5!" />
    </a>
  );
}
