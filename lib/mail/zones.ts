/**
 * Minutes east of UTC of zones whose short name means one thing. Left out: CST (Chicago, Shanghai, Havana), IST (India, Ireland, Israel),
 * BST (London, Dhaka) and others that mean several.
 */
const offsets: Readonly<Record<string, number>> = {
  UTC: 0, GMT: 0, Z: 0, WET: 0, WEST: 60, CET: 60, CEST: 120, MEZ: 60, MESZ: 120, EET: 120, EEST: 180, MSK: 180,
  EST: -300, EDT: -240, CDT: -300, MST: -420, MDT: -360, PST: -480, PDT: -420, AKST: -540, AKDT: -480, HST: -600,
  JST: 540, KST: 540, HKT: 480, SGT: 480, PKT: 300, AEST: 600, AEDT: 660, ACST: 570, ACDT: 630, AWST: 480, NZST: 720, NZDT: 780, SAST: 120,
}; // prettier-ignore

/** Names for whichever of two offsets holds on the day. */
const places: Readonly<Record<string, string>> = {
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
};

export const zoneNames = [...Object.keys(offsets).filter((name) => name !== "Z"), ...Object.keys(places)];

/** The instant that a clock in this zone shows so, or null for a zone we do not know. @param wall as if it were UTC */
export function instantIn(zone: string, wall: number): Date | null {
  const name = zone.toUpperCase().replace(/\s/g, "");
  const shifted = /^(?:UTC|GMT)?([+\-−])(\d{1,2})(?::?(\d{2}))?$/.exec(name);
  if (shifted) {
    const minutes = Number(shifted[2]) * 60 + Number(shifted[3] ?? 0);
    return minutes > 14 * 60 ? null : new Date(wall - (shifted[1] === "+" ? minutes : -minutes) * 60_000);
  }
  const offset = offsets[name];
  if (offset !== undefined) return new Date(wall - offset * 60_000);
  const place = places[name];
  return place === undefined ? null : instantAt(place, wall);
}

/** The instant at which a clock in an IANA zone shows this. @throws RangeError for a zone that Intl does not know */
export function instantAt(timeZone: string, wall: number): Date {
  const first = wall - offsetAt(timeZone, wall);
  // Once more with the offset that holds then: it may have changed between.
  return new Date(wall - offsetAt(timeZone, first));
}

function offsetAt(timeZone: string, at: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", second: "numeric",
  }).formatToParts(at); // prettier-ignore
  const value = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
