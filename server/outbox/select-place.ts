import type { ImapSession, SelectedFolder } from "../imap/session.ts";
import { NotYetError } from "./outcome.ts";

const renumberedAfterMs = 20_000;
const unnumberedAfterMs = 1000;

/**
 * Selects a folder and makes sure that its UIDs still mean what the store thinks.
 * @throws NotYetError when the folder was renumbered (RFC 3501 §2.3.1.1), or when the server says how it numbers them now and did not when
 * its messages were read, or the other way round: sync finds the messages again first
 */
export async function selectPlace(
  session: ImapSession,
  place: { path: string; uidValidity: bigint | null },
): Promise<SelectedFolder> {
  const selected = await session.select(place.path);
  if (selected.uidValidity === (place.uidValidity ?? 0n)) return selected;
  if (place.uidValidity === null || selected.uidValidity === 0n)
    throw new NotYetError(
      "The server did not say how the folder is numbered; its messages are being compared.",
      unnumberedAfterMs,
    );
  throw new NotYetError("The folder was renumbered; its messages are being found again.", renumberedAfterMs);
}
