import ICAL from "ical.js";
import type { EventPerson, EventRecurrence, MailEvent } from "#lib/contracts/event";
import { normalizeAddress } from "#lib/mail/address";
import { cleanText } from "#lib/mail/clean-text";
import { decodeBytes } from "#lib/mail/charset";
import { instantOfTime, zoneNameOf } from "./event-time.ts";

export type ParsedEvent = Omit<MailEvent, "attachmentId" | "answerAs" | "answer">;

/** A mail's calendar part is some kilobytes (security: T12). */
const bytesMax = 512 * 1024;
const componentsMax = 100;
const attendeesShown = 200;

/** Runs in the pool: the event of a calendar part, or null for one that is none, is broken, or holds more than an invitation does. */
export function parseEvent(source: Uint8Array): ParsedEvent | null {
  const calendar = readCalendar(source);
  const event = calendar && mainEvent(calendar);
  if (!event) return null;
  try {
    return readEvent(calendar, event);
  } catch {
    // The library reads a value when it is asked for, and a broken one throws.
    return null;
  }
}

function readEvent(calendar: ICAL.Component, event: ICAL.Component): ParsedEvent | null {
  const start = timeOf(event, "dtstart");
  if (!start) return null;
  const end = timeOf(event, "dtend") ?? endByDuration(event, start);
  const attendees = event.getAllProperties("attendee");
  return {
    kind: kindOf(calendar, event),
    title: textOf(event, "summary").slice(0, 500),
    place: textOf(event, "location").slice(0, 500),
    startAt: start.isDate ? null : instantOfTime(calendar, event, "dtstart", start),
    endAt: !end || end.isDate ? null : instantOfTime(calendar, event, "dtend", end),
    startText: start.toString().slice(0, 16),
    endText: lastDay(end)?.toString().slice(0, 16) ?? "",
    isAllDay: start.isDate,
    timeZone: zoneNameOf(event),
    organizer: personOf(event.getFirstProperty("organizer")),
    attendees: attendees.slice(0, attendeesShown).flatMap((property) => personOf(property) ?? []),
    attendeeCount: attendees.length,
    recurrence: recurrenceOf(event),
  };
}

/** The calendar, when it is one and of a size that a mail has. */
export function readCalendar(source: Uint8Array): ICAL.Component | null {
  if (source.length > bytesMax) return null;
  try {
    const calendar = ICAL.Component.fromString(decodeBytes(source, "utf-8"));
    return calendar.name === "vcalendar" && calendar.getAllSubcomponents().length <= componentsMax ? calendar : null;
  } catch {
    // A calendar part that is none is shown as a file.
    return null;
  }
}

/** Of a series its rule, not one of its exceptions. */
export function mainEvent(calendar: ICAL.Component): ICAL.Component | null {
  const events = calendar.getAllSubcomponents("vevent");
  return events.find((event) => !event.hasProperty("recurrence-id")) ?? events[0] ?? null;
}

function kindOf(calendar: ICAL.Component, event: ICAL.Component): ParsedEvent["kind"] {
  const method = textOf(calendar, "method").toUpperCase();
  if (method === "CANCEL" || textOf(event, "status").toUpperCase() === "CANCELLED") return "cancellation";
  if (method === "REPLY" || method === "COUNTER") return "answer";
  if (method !== "REQUEST") return "event";
  return Number(event.getFirstPropertyValue("sequence") ?? 0) > 0 ? "update" : "invitation";
}

function timeOf(event: ICAL.Component, name: string): ICAL.Time | null {
  const value = event.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value : null;
}

function endByDuration(event: ICAL.Component, start: ICAL.Time): ICAL.Time | null {
  const duration = event.getFirstPropertyValue("duration");
  if (!(duration instanceof ICAL.Duration)) return null;
  const end = start.clone();
  end.addDuration(duration);
  return end;
}

/** The end of whole days is the day after the last (RFC 5545 §3.6.1). */
function lastDay(end: ICAL.Time | null): ICAL.Time | null {
  if (!end?.isDate) return end;
  const last = end.clone();
  last.adjust(-1, 0, 0, 0);
  return last;
}

function personOf(property: ICAL.Property | null): EventPerson | null {
  const value = String(property?.getFirstValue() ?? "");
  const address = /^mailto:(.+)$/i.exec(value.trim())?.[1];
  if (!property || address === undefined) return null;
  const parameter = (name: string) => property.getFirstParameter(name) ?? "";
  return {
    name: cleanText(parameter("cn")).slice(0, 200),
    address: normalizeAddress(cleanText(address)).slice(0, 320),
    status: cleanText(parameter("partstat")).toLowerCase().slice(0, 40),
  };
}

const frequencies = { DAILY: "daily", WEEKLY: "weekly", MONTHLY: "monthly", YEARLY: "yearly" } as const;
const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function recurrenceOf(event: ICAL.Component): EventRecurrence | null {
  const rule = event.getFirstPropertyValue("rrule");
  if (!(rule instanceof ICAL.Recur)) return null;
  const frequency = Object.entries(frequencies).find(([name]) => name === rule.freq)?.[1];
  if (!frequency) return null;
  const days: unknown[] = rule.getComponent("BYDAY");
  return {
    frequency,
    interval: Math.min(1000, Math.max(1, Math.trunc(rule.interval || 1))),
    weekdays: [...new Set(days.map((day) => weekdays.indexOf(String(day).slice(-2))).filter((day) => day >= 0))],
    until: rule.until ? rule.until.toString().slice(0, 10) : null,
    count: rule.count ? Math.min(100_000, rule.count) : null,
  };
}

function textOf(component: ICAL.Component, name: string): string {
  return cleanText(String(component.getFirstPropertyValue(name) ?? ""));
}
