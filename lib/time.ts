/** Instants as people read them. Every function takes the present, so that a page can tick and a test can stand still. */
const dayMs = 86_400_000;

export type TimeWords = { today: string; yesterday: string; tomorrow: string };

/** As short as it can be said: a time today, a weekday within a week, a date within a year. */
export function shortTime(instant: Date, now: Date, locale: string, words: TimeWords): string {
  const days = daysBetween(instant, now);
  if (days === 0) return clockTime(instant, locale);
  if (days === 1) return words.yesterday;
  if (days > 1 && days < 7) return format(instant, locale, { weekday: "short" });
  return dateOf(instant, now, locale);
}

/** A day and a time: for a message's head and what lies ahead. */
export function dayAndTime(instant: Date, now: Date, locale: string, words: TimeWords): string {
  const days = daysBetween(instant, now);
  const time = clockTime(instant, locale);
  if (days === 0) return time;
  if (days === 1) return `${words.yesterday} ${time}`;
  if (days === -1) return `${words.tomorrow} ${time}`;
  if (Math.abs(days) < 7) return `${format(instant, locale, { weekday: "short" })} ${time}`;
  return `${dateOf(instant, now, locale)} ${time}`;
}

/** What the words for a day ahead leave open: the time of today's, the weekday of one within a day, the date of another. */
export function momentAhead(instant: Date, now: Date, locale: string): string {
  const days = -daysBetween(instant, now);
  const time = clockTime(instant, locale);
  if (days === 0) return time;
  if (days === 1) return `${format(instant, locale, { weekday: "short" })} ${time}`;
  return `${dateOf(instant, now, locale)} ${time}`;
}

/** All there is to say, for a tooltip. */
export function fullTime(instant: Date, locale: string): string {
  return format(instant, locale, { dateStyle: "full", timeStyle: "short" });
}

function clockTime(instant: Date, locale: string): string {
  return format(instant, locale, { timeStyle: "short" });
}

function dateOf(instant: Date, now: Date, locale: string): string {
  const isThisYear = instant.getFullYear() === now.getFullYear();
  return format(instant, locale, { day: "numeric", month: "short", ...(!isThisYear && { year: "numeric" }) });
}

/** Calendar days from `instant` to `now`; negative for what lies ahead. */
function daysBetween(instant: Date, now: Date): number {
  return Math.round((startOfDay(now) - startOfDay(instant)) / dayMs);
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times what using one does. */
function format(instant: Date, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, formatter);
  return formatter.format(instant);
}
