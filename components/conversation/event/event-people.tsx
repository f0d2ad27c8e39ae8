"use client";

import type { EventPerson, MailEvent } from "#lib/contracts/event";
import { useStrings } from "../../language/use-strings.ts";
import { Summary } from "../../ui/summary.tsx";

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
          <Summary>{words.attendees(event.attendeeCount)}</Summary>
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
