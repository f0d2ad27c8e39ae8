const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

export type FromLine = { sender: string; receivedAt: Date; hasZone: boolean };

/** How long a line may be that begins an entry. */
export const fromLineMax = 300;

/**
 * A line that begins an entry, by its date: as asctime writes it, with or without a zone (before or behind the year) and seconds.
 * Undefined for one that only looks like it.
 */
export function readFromLine(line: string): FromLine | undefined {
  const match =
    /^From (.*?)\s*(?:\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?\s+)(?:([A-Z][a-z]{2})\s+(\d{1,2})|(\d{1,2})\s+([A-Z][a-z]{2}))\s+(?:(\d{4})\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([A-Z]{1,5}|[+-]\d{4})?(?:\s+([A-Z]{1,5}|[+-]\d{4}))?(?:\s+(\d{4}))?\s*([A-Z]{1,5}|[+-]\d{4})?\s*(?:remote from .*)?$/.exec(
      line.slice(0, fromLineMax).trimEnd(),
    );
  if (!match) return undefined;
  const [, sender = "", monthA, dayA, dayB, monthB, yearA, hour, minute, second, ...rest] = match;
  const year = Number(yearA ?? rest[2]);
  const month = monthNames.indexOf((monthA ?? monthB ?? "").toLowerCase());
  if (!year || month < 0) return undefined;
  const zone = [rest[0], rest[1], rest[3]].find((one) => one !== undefined && /^(?:[+-]\d{4}|UTC|GMT|Z)$/.test(one));
  const local = Date.UTC(year, month, Number(dayA ?? dayB), Number(hour), Number(minute), Number(second ?? 0));
  const receivedAt = new Date(local - offsetMs(zone));
  return Number.isNaN(receivedAt.getTime()) ? undefined : { sender, receivedAt, hasZone: zone !== undefined };
}

function offsetMs(zone: string | undefined): number {
  const match = /^([+-])(\d{2})(\d{2})$/.exec(zone ?? "");
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}
