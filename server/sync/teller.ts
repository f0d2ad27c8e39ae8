import type { Change } from "#lib/contracts/change";
import { log } from "#server/log";
import { commit } from "#server/events/commit";
import type { Merge } from "./join-conversations.ts";

/** Null in a commit that may be lost: a number of the log must never be given twice, so its news is told in a commit of its own. */
type Tell = ((change: Change) => void) | null;

const logger = log("sync");

/** More conversations than these at once are told as one change of their inbox, whose lists are then read anew. */
const singlyMax = 60;

/**
 * Tells what one account's sync has changed, and the same thing no oftener than every `intervalMs`; half as often what is told in commits
 * of its own, each of which keeps the engine waiting for the recorder's.
 */
export class Teller {
  readonly #accountId: number;
  readonly #inboxId: number;
  readonly #intervalMs: number;
  readonly #toldAt = new Map<string, number>();
  readonly #heldBack = new Map<string, Change>();
  #timer: NodeJS.Timeout | null = null;

  constructor(accountId: number, inboxId: number, intervalMs: number) {
    this.#accountId = accountId;
    this.#inboxId = inboxId;
    this.#intervalMs = intervalMs;
  }

  /** @param hearers inboxes by conversation, as `refreshConversations` answers */
  conversations(tell: Tell, hearers: Map<number, number[]>, isHistory: boolean): void {
    if (isHistory || hearers.size > singlyMax) {
      for (const inboxId of new Set([...hearers.values()].flat())) this.#sparingly(tell, inboxChange(inboxId));
      return;
    }
    for (const [conversationId, inboxIds] of hearers) {
      this.#tell(tell, { type: "conversation.changed", conversationId, inboxIds });
    }
  }

  merges(tell: Tell, merges: Merge[], hearers: Map<number, number[]>): void {
    for (const { conversationId, intoConversationId } of merges) {
      const both = [...(hearers.get(conversationId) ?? []), ...(hearers.get(intoConversationId) ?? [])];
      const inboxIds = [...new Set(both)];
      this.#tell(tell, { type: "conversation.merged", conversationId, intoConversationId, inboxIds });
    }
  }

  folder(tell: Tell, folderId: number): void {
    const inboxIds = [this.#inboxId];
    this.#sparingly(tell, { type: "folder.changed", folderId, accountId: this.#accountId, inboxIds });
  }

  account(tell: Tell): void {
    this.#sparingly(tell, { type: "account.changed", accountId: this.#accountId, inboxIds: [this.#inboxId] });
  }

  /** Tells at once what was held back. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const changes = [...this.#heldBack.values()];
    this.#heldBack.clear();
    if (changes.length === 0) return;
    const sparing = changes.filter((change) => !change.type.startsWith("conversation."));
    for (const change of sparing) this.#toldAt.set(JSON.stringify(change), performance.now());
    await commit(async (_tx, tell) => changes.forEach(tell));
  }

  #tell(tell: Tell, change: Change): void {
    if (tell) tell(change);
    else this.#holdBack(JSON.stringify(change), change, 0);
  }

  #sparingly(tell: Tell, change: Change): void {
    const key = JSON.stringify(change);
    const intervalMs = tell ? this.#intervalMs : 2 * this.#intervalMs;
    const dueMs = (this.#toldAt.get(key) ?? -Infinity) + intervalMs - performance.now();
    if (dueMs > 0 || !tell) return this.#holdBack(key, change, Math.max(0, dueMs));
    this.#toldAt.set(key, performance.now());
    this.#heldBack.delete(key);
    tell(change);
  }

  #holdBack(key: string, change: Change, waitMs: number): void {
    this.#heldBack.set(key, change);
    this.#timer ??= setTimeout(() => this.#flushLater(), waitMs);
  }

  #flushLater(): void {
    this.flush().catch((error: unknown) => logger.error("Held back changes were not told.", { error }));
  }
}

const inboxChange = (inboxId: number): Change => ({ type: "inbox.changed", inboxId, inboxIds: [inboxId] });
