import type { UidRange } from "#server/imap/session";

export type UidWindow = UidRange & { count: number };

/** Ranges that together hold all of these UIDs, each at most `sizeMax` of them; whatever UIDs are not used, a range costs the same. */
export function uidWindows(listed: readonly number[], stored: readonly number[], sizeMax: number): UidWindow[] {
  const uids = [...new Set([...listed, ...stored])].sort((a, b) => a - b);
  const windows: UidWindow[] = [];
  for (let start = 0; start < uids.length; start += sizeMax) {
    const part = uids.slice(start, start + sizeMax);
    windows.push({ from: part[0] ?? 0, to: part.at(-1) ?? 0, count: part.length });
  }
  return windows;
}
