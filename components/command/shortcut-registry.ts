import { matchKey, type Command, type KeyPress, type ShortcutGroup } from "#lib/shortcuts";

/** Something to do with one thing of many, such as one agent or one tag: it has no key, and is found by typing its name. */
export type Offer = { id: string; group: ShortcutGroup; label: string; run: () => void };

export type ShortcutRegistry = {
  /** The one added last answers. @returns what takes it away again */
  add(command: Command, run: () => void): () => void;
  has(command: Command): boolean;
  run(command: Command): boolean;
  /** Asked whenever the palette looks for more than commands. @returns what takes it away again */
  addOffers(make: () => Offer[]): () => void;
  offers(): Offer[];
  /** @returns whether the key was one of ours */
  press(event: KeyPress & { timeStamp: number }): boolean;
};

const pairMs = 1500;

export function createShortcutRegistry(): ShortcutRegistry {
  const handlers = new Map<Command, (() => void)[]>();
  const makers = new Set<() => Offer[]>();
  let prefix: { key: string; at: number } | null = null;

  const run = (command: Command) => {
    const handler = handlers.get(command)?.at(-1);
    handler?.();
    return handler !== undefined;
  };

  return {
    add(command, handler) {
      handlers.set(command, [...(handlers.get(command) ?? []), handler]);
      return () => {
        handlers.set(command, handlers.get(command)?.filter((other) => other !== handler) ?? []);
      };
    },
    has: (command) => (handlers.get(command)?.length ?? 0) > 0,
    run,
    addOffers(make) {
      makers.add(make);
      return () => makers.delete(make);
    },
    offers: () => [...makers].flatMap((make) => make()),
    press(event) {
      // When it was pressed, not when a busy page came to hear of it.
      const begun = prefix !== null && event.timeStamp - prefix.at < pairMs ? prefix.key : null;
      prefix = null;
      const match = matchKey(event, begun);
      switch (match.kind) {
        case "command":
          return run(match.command);
        case "prefix":
          prefix = { key: match.prefix, at: event.timeStamp };
          return true;
        case "none":
          return false;
        default:
          return match satisfies never;
      }
    },
  };
}
