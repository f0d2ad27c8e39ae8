import { placesOfMessage, type Place } from "#db/queries/outbox/message-places";
import type { Priority } from "../../imap/account-sessions.ts";
import { ImapError } from "../../imap/errors.ts";
import type { ImapSession } from "../../imap/session.ts";
import { store } from "../../store.ts";
import type { OutboxContext } from "../context.ts";
import { HopelessError } from "../outcome.ts";
import { selectPlace } from "../select-place.ts";

/**
 * Reads something of a message from the first of its places that still has it, the operation's own account first. `read` answers null
 * when the message is not there any more.
 * @throws HopelessError when every place was asked and none has it; ImapError `offline` when some could not be asked
 */
export async function fromAnyPlace<T>(
  context: OutboxContext,
  messageId: number,
  priority: Priority,
  read: (session: ImapSession, place: Place) => Promise<T | null>,
): Promise<T> {
  let offline: ImapError | null = null;
  for (const place of placesOfMessage(store().read, messageId, context.account.id)) {
    try {
      const found = await context.sessions.run(place.accountId, priority, async (session) => {
        await selectPlace(session, place);
        return read(session, place);
      });
      if (found !== null) return found;
    } catch (error) {
      if (!(error instanceof ImapError) || error.kind !== "offline") throw error;
      offline = error;
    }
  }
  throw offline ?? new HopelessError("The message is no longer on the mail server.");
}
