import type { ActPlace } from "#db/queries/conversations/act-places";

/** Where the newest of these messages lies; that message stands for its conversation when one mark is to be put on it. */
export function newestPlaces(places: ActPlace[]): ActPlace[] {
  const newest = places.at(-1);
  return places.filter((place) => place.messageId === newest?.messageId);
}
