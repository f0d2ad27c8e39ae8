/** Writing: everything is latin1 text, one character a byte, so that literals of any content fit into a line. */
export function quoted(value: string | null): string {
  if (value === null) return "NIL";
  // oxlint-disable-next-line no-control-regex -- these are what a quoted string cannot hold
  if (/[\u0000\r\n\u0080-\u00ff]/.test(value)) return literal(value);
  return `"${value.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;
}

export const literal = (value: string): string => `{${value.length}}\r\n${value}`;

export const list = (items: string[]): string => `(${items.join(" ")})`;

/** Ascending UIDs as a set, runs joined. */
export function setText(uids: number[]): string {
  const runs: [number, number][] = [];
  for (const uid of uids) {
    const last = runs.at(-1);
    if (last && uid === last[1] + 1) last[1] = uid;
    else runs.push([uid, uid]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}:${to}`)).join(",");
}

/** Whether a number is in a set in which `*` stands for `largest` (RFC 3501 §9: `5:*` always holds the largest). */
export function setPredicate(set: string, largest: number): (value: number) => boolean {
  const resolve = (word: string | undefined) => (word === "*" ? largest : Number(word));
  const ranges = set.split(",").map((part) => {
    const [first, second = first] = part.split(":");
    const ends = [resolve(first), resolve(second)];
    if (ends.some((end) => !Number.isInteger(end) || end < 0)) throw new SyntaxError(`Not a set: ${set}`);
    return [Math.min(...ends), Math.max(...ends)] as const;
  });
  return (value) => ranges.some(([from, to]) => value >= from && value <= to);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function internalDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${String(date.getUTCDate()).padStart(2, " ")}-${months[date.getUTCMonth()]}-${date.getUTCFullYear()} ${time} +0000`;
}

/** `1-Feb-2024`, or with a time and zone. */
export function parseDate(text: string): Date {
  const date = new Date(`${text.trim().replace(/^(\d+)-(\w+)-(\d+)/, "$1 $2 $3")}${text.includes(":") ? "" : " UTC"}`);
  if (Number.isNaN(date.getTime())) throw new SyntaxError(`Not a date: ${text}`);
  return date;
}
