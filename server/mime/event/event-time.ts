import ICAL from "ical.js";
import { instantAt } from "#lib/mail/zones";

/** The instant of a time, by its own zone: UTC, one that the calendar describes, or one that everybody knows. Null for a clock without a zone. */
export function instantOfTime(
  calendar: ICAL.Component,
  event: ICAL.Component,
  property: string,
  time: ICAL.Time,
): string | null {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second);
  if (Number.isNaN(wall)) return null;
  if (time.zone === ICAL.Timezone.utcTimezone) return new Date(wall).toISOString();
  const tzid = zoneIdOf(event, property);
  if (isKnown(tzid)) return instantAt(tzid, wall).toISOString();
  const described = calendar
    .getAllSubcomponents("vtimezone")
    .find((zone) => String(zone.getFirstPropertyValue("tzid")) === tzid);
  if (!described) return null;
  const offset = new ICAL.Timezone({ component: described, tzid }).utcOffset(time);
  return new Date(wall - offset * 1000).toISOString();
}

/** The zone in which its organiser set it, when it has a name that everybody knows. */
export function zoneNameOf(event: ICAL.Component): string {
  const tzid = zoneIdOf(event, "dtstart");
  return isKnown(tzid) ? tzid : "";
}

/** An end that came of a duration has the zone of its start. */
function zoneIdOf(event: ICAL.Component, property: string): string {
  const found = event.getFirstProperty(property) ?? event.getFirstProperty("dtstart");
  return found?.getFirstParameter("tzid") ?? "";
}

function isKnown(timeZone: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)+$/.test(timeZone)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
