import type { ImapSession, SelectedFolder } from "../imap/session.ts";
import { NotYetError } from "./outcome.ts";

const renumberedAfterMs = 20_000;

/**
 * Selects a folder and makes sure that its UIDs still mean what the store thinks.
 * @throws NotYetError when the folder was renumbered (RFC 3501 §2.3.1.1): sync finds the messages again first
 */
export async function selectPlace(
  session: ImapSession,
  place: { path: string; uidValidity: bigint | null },
): Promise<SelectedFolder> {
  const selected = await session.select(place.path);
  if (place.uidValidity === null || selected.uidValidity === place.uidValidity) return selected;
  throw new NotYetError("The folder was renumbered; its messages are being found again.", renumberedAfterMs);
}
