const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** RFC 5322 §4.3. */
const zones: Record<string, number> = { ut: 0, utc: 0, gmt: 0, z: 0, est: -300, edt: -240, cst: -360, cdt: -300, mst: -420, mdt: -360, pst: -480, pdt: -420 }; // prettier-ignore

/** Mail before e-mail and far behind tomorrow is a broken clock or a lie. */
const yearMin = 1970;
const yearMax = 2100;

/** The Date header as an instant, or null when it cannot be one. Two-digit years, named zones, missing seconds and comments are read. */
export function parseDate(value: string): Date | null {
  const text = withoutComments(value.slice(0, 200)).toLowerCase();
  const match =
    /(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?,?[\s-]+(\d{2,4})\s+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?(?:\.\d+)?\s*([ap]m)?\s*([+-]\s?\d{1,2}:?\d{2}|[a-z]{1,5})?/.exec(
      text,
    );
  const instant = match ? instantOf(match) : looseDate(value);
  if (instant === null || Number.isNaN(instant)) return null;
  const date = new Date(instant);
  const year = date.getUTCFullYear();
  return year >= yearMin && year <= yearMax ? date : null;
}

function instantOf(match: RegExpExecArray): number | null {
  const [, day, monthName = "", yearText = "", hourText, minute, second, half, zone] = match;
  const month = months.indexOf(monthName);
  const hour = twelveHours(Number(hourText), half);
  if (month < 0 || Number(day) < 1 || Number(day) > 31 || hour > 24 || Number(minute) > 59 || Number(second ?? 0) > 60)
    return null;
  const local = Date.UTC(fullYear(yearText), month, Number(day), hour, Number(minute), Number(second ?? 0));
  // The day must exist: 31 February is no date.
  if (hour < 24 && new Date(local).getUTCDate() !== Number(day) && Number(second ?? 0) < 60) return null;
  return local - offsetMinutes(zone) * 60_000;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 2) return year < 50 ? 2000 + year : 1900 + year;
  return text.length === 3 ? 1900 + year : year;
}

function twelveHours(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

/** An unknown zone counts as UTC (RFC 5322 §4.3), and so does an impossible one. */
function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined) return 0;
  const numeric = /^([+-])\s?(\d{1,2}):?(\d{2})$/.exec(zone);
  if (!numeric) return zones[zone] ?? 0;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return minutes > 14 * 60 ? 0 : minutes * (numeric[1] === "-" ? -1 : 1);
}

/** ISO 8601 and C's ctime, as some senders write them. */
function looseDate(value: string): number | null {
  const iso = /^\s*\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/i.exec(value);
  if (iso)
    return Date.parse(
      /[Zz]|[+-]\d{2}:?\d{2}\s*$/.test(value.slice(10)) ? value.trim() : `${value.trim().replace(" ", "T")}Z`,
    );
  const ctime =
    /^\s*(?:[a-z]{3},?\s+)?([a-z]{3})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:([a-z]{3,4})\s+)?(\d{4})/i.exec(
      value,
    );
  if (!ctime) return null;
  const parsed = parseDate(`${ctime[2]} ${ctime[1]} ${ctime[5]} ${ctime[3]} ${ctime[4] ?? "+0000"}`);
  return parsed ? parsed.getTime() : null;
}

function withoutComments(value: string): string {
  let text = value;
  if (!text.includes("(")) return text;
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(/\([^()]*\)/g, " ");
  }
  return text;
}
