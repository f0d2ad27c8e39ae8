"use client";

import { ChevronRight } from "lucide-react";
import type { EventPerson, MailEvent } from "#lib/contracts/event";
import { useStrings } from "../../language/use-strings.ts";

/** Who asks, and who is asked, with what they answered; a long list is folded. */
export function EventPeople({ event }: { event: MailEvent }) {
  const words = useStrings().conversation.event;
  return (
    <>
      {event.organizer && (
        <p className="mt-1 text-ink-2" title={event.organizer.address}>
          {words.from} <bdi>{event.organizer.name || event.organizer.address}</bdi>
        </p>
      )}
      {event.attendeeCount > 0 && (
        <details className="group mt-1 text-ink-2">
          <summary className="flex w-fit cursor-default items-center gap-1 rounded-sm hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRight aria-hidden className="size-3.5! text-ink-3 group-open:rotate-90" />
            {words.attendees(event.attendeeCount)}
          </summary>
          <ul className="mt-1 max-h-40 overflow-y-auto text-xs">
            {[...event.attendees.entries()].map(([index, person]) => (
              <li key={index} title={person.address}>
                <Attendee person={person} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Attendee({ person }: { person: EventPerson }) {
  const statuses: Record<string, string> = useStrings().conversation.event.statuses;
  const status = statuses[person.status];
  return (
    <>
      <bdi>{person.name || person.address}</bdi>
      {status && <span className="text-ink-3">, {status}</span>}
    </>
  );
}
