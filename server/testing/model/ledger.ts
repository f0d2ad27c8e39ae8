/**
 * What must be true of the mailbox whatever happens to it: how many copies of each mail there are. Mails are told apart by their
 * Message-ID; a copy that is marked \Deleted is none, for without UIDPLUS a move leaves one behind.
 */
import { headerField } from "../scripted-imap/wire/mime-tree.ts";
import type { StoredMessage } from "../scripted-imap/scripted-folder.ts";

export const messageIdOf = (source: string): string => headerField(source, "message-id").replaceAll(/[<>]/g, "");

export class Ledger {
  readonly #copies = new Map<string, number>();
  /** Mails that two programs handled at the same time: who won is not ours to say. */
  readonly #contested = new Set<string>();
  /** Mails that another program moved or removed after they arrived. */
  readonly #handled = new Set<string>();

  arrived(id: string, count = 1): void {
    this.#copies.set(id, (this.#copies.get(id) ?? 0) + count);
  }

  gone(messages: Iterable<Pick<StoredMessage, "source" | "flags">>): void {
    for (const { source, flags } of messages) {
      const id = messageIdOf(source);
      this.#handled.add(id);
      if (!flags.has("\\Deleted")) this.arrived(id, -1);
    }
  }

  handle(id: string): void {
    this.#handled.add(id);
  }

  contest(id: string): void {
    this.#contested.add(id);
  }

  isLeftAlone(id: string): boolean {
    return !this.#handled.has(id) && !this.#contested.has(id);
  }

  get ids(): string[] {
    return [...this.#copies.keys()];
  }

  /** Mails that there are more or fewer of than there should be. */
  differences(messages: Iterable<Pick<StoredMessage, "source" | "flags">>): string[] {
    const there = new Map<string, number>();
    for (const { source, flags } of messages) {
      const id = messageIdOf(source);
      if (!flags.has("\\Deleted")) there.set(id, (there.get(id) ?? 0) + 1);
    }
    return [...new Set([...there.keys(), ...this.#copies.keys()])]
      .filter((id) => !this.#contested.has(id) && (there.get(id) ?? 0) !== (this.#copies.get(id) ?? 0))
      .map(
        (id) =>
          `<${id}>: there are ${there.get(id) ?? 0} copies on the server, there should be ${this.#copies.get(id) ?? 0}`,
      );
  }
}
