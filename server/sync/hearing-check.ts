/**
 * Finds out that a connection is up and deaf: commands are answered, and what it sees of the mailbox no longer changes. What STATUS says
 * on one connection is held against what the other has been told while it listened.
 */

import type { RemoteFolder } from "#server/imap/session";
import { log } from "#server/log";

const logger = log("sync");
type Listening = { path: string; heardCount: number | null; renew: () => void };

/** Looks in a row at which the two disagree and one of them has not moved. */
const looksMax = 3;

export type Remedy = "none" | "renew-watch" | "reconnect";

export class HearingCheck {
  #agreedOn: number | null = null;
  #last: { asked: number; heard: number } | null = null;
  #lookCount = 0;
  /** Tried since the two last agreed. */
  readonly #tried: Remedy[] = [];

  /**
   * @param asked how many messages INBOX has by STATUS on the command connection
   * @param heard how many it has by what the watch connection was told; null while there is none
   */
  note(asked: number, heard: number | null): Remedy {
    if (heard === null) return this.#startOver();
    if (asked === heard) {
      this.#agreedOn = asked;
      this.#tried.length = 0;
      return this.#startOver();
    }
    const last = this.#last;
    this.#last = { asked, heard };
    // Both move: mail just comes faster than one can look.
    if (last && last.asked !== asked && last.heard !== heard) this.#lookCount = 0;
    this.#lookCount += 1;
    if (this.#lookCount < looksMax) return "none";
    this.#startOver();
    return this.#nextRemedy(asked);
  }

  /**
   * Holds a look against what the watch connection has heard, and renews that one when it is the deaf one.
   * @returns whether it is the command connection that does not hear any more
   */
  isDeaf(accountId: number, listed: readonly RemoteFolder[], watch: Listening | null): boolean {
    const watched = listed.find((folder) => folder.path === watch?.path);
    if (!watched?.status) return false;
    const remedy = this.note(watched.status.messageCount, watch?.heardCount ?? null);
    if (remedy === "none") return false;
    logger.warn("A connection is up and sees nothing new.", { accountId, remedy });
    if (remedy === "renew-watch") watch?.renew();
    return remedy === "reconnect";
  }

  #startOver(): Remedy {
    this.#last = null;
    this.#lookCount = 0;
    return "none";
  }

  /** First the one that stood still. Where two fresh connections disagree as well, that is how this server counts. */
  #nextRemedy(asked: number): Remedy {
    const order: Remedy[] = asked === this.#agreedOn ? ["reconnect", "renew-watch"] : ["renew-watch", "reconnect"];
    const remedy = order.find((one) => !this.#tried.includes(one)) ?? "none";
    if (remedy !== "none") this.#tried.push(remedy);
    return remedy;
  }
}
