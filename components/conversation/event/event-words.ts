import type { EventRecurrence, MailEvent } from "#lib/contracts/event";
import type { Strings } from "#lib/strings/strings";

/** When it is, on the reader's clock; whole days and clocks without a zone as the calendar writes them. */
export function spanWords(event: MailEvent, strings: Strings): string {
  const format = new Intl.DateTimeFormat(strings.locale, {
    dateStyle: "full",
    ...(event.isAllDay ? { timeZone: "UTC" } : { timeStyle: "short" }),
    ...(!event.isAllDay && event.startAt === null && { timeZone: "UTC" }),
  });
  const start = new Date(
    event.startAt ?? `${event.startText}${event.isAllDay ? "" : ":00"}${event.isAllDay ? "" : "Z"}`,
  );
  const end = endOf(event);
  const words = end && end > start ? format.formatRange(start, end) : format.format(start);
  return event.startAt === null && !event.isAllDay ? strings.conversation.event.withoutZone(words) : words;
}

function endOf({ endAt, endText, isAllDay }: MailEvent): Date | null {
  if (endAt) return new Date(endAt);
  if (endText === "") return null;
  return new Date(isAllDay ? endText : `${endText}:00Z`);
}

/** When it is on the organiser's clock, where that is another than the reader's. */
export function inOtherZone({ startAt, timeZone }: MailEvent, locale: string): string | null {
  if (startAt === null || timeZone === "") return null;
  const start = new Date(startAt);
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  const theirs = new Intl.DateTimeFormat(locale, { ...style, timeZone }).format(start);
  const own = new Intl.DateTimeFormat(locale, style).format(start);
  return theirs === own ? null : `${theirs} (${timeZone.replaceAll("_", " ")})`;
}

export function recurrenceWords(recurrence: EventRecurrence, strings: Strings): string {
  const words = strings.conversation.event;
  const { frequency, interval, weekdays, until, count } = recurrence;
  const dayName = new Intl.DateTimeFormat(strings.locale, { weekday: "long", timeZone: "UTC" });
  // The fourth of January 1970 was a Sunday.
  const days = weekdays.map((day) => dayName.format(Date.UTC(1970, 0, 4 + day)));
  const list = new Intl.ListFormat(strings.locale).format(days);
  const date = new Intl.DateTimeFormat(strings.locale, { dateStyle: "medium", timeZone: "UTC" });
  const rhythm = [words.every[frequency](interval), days.length > 0 ? words.onDays(list) : ""];
  const end = [until ? words.until(date.format(new Date(until))) : "", count ? words.times(count) : ""];
  return [rhythm, end]
    .map((part) => part.filter(Boolean).join(" "))
    .filter(Boolean)
    .join(", ");
}
