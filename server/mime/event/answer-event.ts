import ICAL from "ical.js";
import type { EventAnswer } from "#lib/contracts/event";
import { mainEvent, readCalendar } from "./parse-event.ts";

export type AnswerInput = {
  source: Uint8Array;
  attendee: { name: string; address: string };
  answer: EventAnswer;
  /** ISO instant. */
  stampAt: string;
};

/** Runs in the pool: the answer to an invitation (RFC 5546 §3.2.3), or null for what is none. */
export function answerEvent({ source, attendee, answer, stampAt }: AnswerInput): string | null {
  const calendar = readCalendar(source);
  const asked = calendar && mainEvent(calendar);
  const organizer = asked?.getFirstProperty("organizer");
  if (!asked || !organizer) return null;
  const event = new ICAL.Component("vevent");
  for (const name of ["uid", "sequence", "recurrence-id", "dtstart", "dtend", "summary"]) {
    const property = asked.getFirstProperty(name);
    if (property) event.addProperty(ICAL.Property.fromString(property.toICALString()));
  }
  event.addProperty(ICAL.Property.fromString(organizer.toICALString()));
  event.addPropertyWithValue("dtstamp", ICAL.Time.fromJSDate(new Date(stampAt), true));
  const own = event.addPropertyWithValue("attendee", `mailto:${attendee.address}`);
  own.setParameter("partstat", answer.toUpperCase());
  if (attendee.name) own.setParameter("cn", attendee.name);
  const reply = new ICAL.Component("vcalendar");
  reply.addPropertyWithValue("prodid", "-//Postroom//EN");
  reply.addPropertyWithValue("version", "2.0");
  reply.addPropertyWithValue("method", "REPLY");
  for (const zone of calendar.getAllSubcomponents("vtimezone")) reply.addSubcomponent(zone);
  reply.addSubcomponent(event);
  return reply.toString();
}
