/**
 * Ids of the search index's documents: the newer a mail, the smaller its id, for an index gives what it finds by growing ids. A few mails
 * of one millisecond stand side by side.
 */
const idsAMs = 256;
const endOfTimeMs = 2 ** 42;

/** The first id of that instant. */
export function firstIdAt(ms: number): number {
  return (endOfTimeMs - Math.min(Math.max(Math.round(ms), 0), endOfTimeMs)) * idsAMs;
}

export function lastIdAt(ms: number): number {
  return firstIdAt(ms) + idsAMs - 1;
}

/** The instant an id belongs to, in epoch milliseconds. */
export function msOfId(id: number): number {
  return endOfTimeMs - Math.floor(id / idsAMs);
}
