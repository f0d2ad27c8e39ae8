import type { SessionEvent } from "#server/imap/session";
import type { Hint } from "./sync-context.ts";

/** What a server has told by itself and nobody has looked into yet, by folder path. */
export class Hints {
  readonly #byPath = new Map<string, Hint>();

  get isEmpty(): boolean {
    return this.#byPath.size === 0;
  }

  has(path: string): boolean {
    return this.#byPath.has(path);
  }

  paths(): string[] {
    return [...this.#byPath.keys()];
  }

  hear(event: SessionEvent): boolean {
    switch (event.kind) {
      case "flags":
        this.#at(event.path).flags.push(event.row);
        return true;
      case "vanished":
        this.#at(event.path).vanished.push(...event.uids);
        return true;
      case "exists":
        this.#at(event.path).isArrival = true;
        return true;
      case "changed":
      case "expunged":
        this.#at(event.path);
        return true;
      case "alert":
      case "closed":
        return false;
      default:
        return event satisfies never;
    }
  }

  add(path: string): void {
    this.#at(path);
  }

  take(path: string): Hint | undefined {
    const hint = this.#byPath.get(path);
    this.#byPath.delete(path);
    return hint;
  }

  /** Puts back what was taken and could not be looked into: it may not be told again. */
  putBack(path: string, hint: Hint): void {
    const newer = this.#at(path);
    newer.flags.unshift(...hint.flags);
    newer.vanished.push(...hint.vanished);
    newer.isArrival ||= hint.isArrival;
  }

  #at(path: string): Hint {
    let hint = this.#byPath.get(path);
    if (!hint) this.#byPath.set(path, (hint = { flags: [], vanished: [], isArrival: false }));
    return hint;
  }
}
