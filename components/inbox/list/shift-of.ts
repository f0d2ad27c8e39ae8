import type { Conversation } from "#lib/contracts/conversation";

type Row = Pick<Conversation, "id" | "lastMessageAt">;

/**
 * By how many rows a list has to be scrolled so that what an agent looks at stays where it is: the focused row, else the first in sight
 * that has not itself moved. At the very top, with the focus elsewhere, new rows simply come in.
 */
export function shiftOf(
  before: readonly Row[],
  now: readonly Row[],
  inSight: { first: number; last: number },
  focusedId: number | null,
): number {
  const seen = before.slice(inSight.first, inSight.last);
  const focusedAt = seen.findIndex((row) => row.id === focusedId);
  if (focusedAt === -1 && inSight.first === 0) return 0;
  const candidates = focusedAt === -1 ? seen : [...seen.slice(focusedAt), ...seen.slice(0, focusedAt).toReversed()];
  const wanted = new Set(candidates.map((row) => row.id));
  const indexes = new Map(now.flatMap((row, index) => (wanted.has(row.id) ? [[row.id, index] as const] : [])));
  for (const row of candidates) {
    const index = indexes.get(row.id);
    const isSame = index !== undefined && now[index]?.lastMessageAt === row.lastMessageAt;
    if (isSame) return index - inSight.first - seen.indexOf(row);
  }
  return 0;
}
