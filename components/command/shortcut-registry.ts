import { matchKey, type Command, type KeyMatch, type KeyPress, type ShortcutGroup } from "#lib/shortcuts";

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
  /** Hears of every command that is added. @returns what ends it */
  hearAdded(listener: () => void): () => void;
  /** What the key would do, pressed now. */
  match(event: KeyPress & { timeStamp: number }): KeyMatch;
  /** @returns whether the key was one of ours */
  press(event: KeyPress & { timeStamp: number }): boolean;
};

const pairMs = 1500;

export function createShortcutRegistry(): ShortcutRegistry {
  const handlers = new Map<Command, (() => void)[]>();
  const makers = new Set<() => Offer[]>();
  const hearers = new Set<() => void>();
  let prefix: { key: string; at: number } | null = null;

  const run = (command: Command) => {
    const handler = handlers.get(command)?.at(-1);
    handler?.();
    return handler !== undefined;
  };
  const matchNow: ShortcutRegistry["match"] = (event) => {
    // When it was pressed, not when a busy page came to hear of it.
    const begun = prefix !== null && event.timeStamp - prefix.at < pairMs ? prefix.key : null;
    return matchKey(event, begun);
  };

  return {
    add(command, handler) {
      handlers.set(command, [...(handlers.get(command) ?? []), handler]);
      for (const hear of hearers) hear();
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
    hearAdded(listener) {
      hearers.add(listener);
      return () => hearers.delete(listener);
    },
    match: matchNow,
    press(event) {
      const match = matchNow(event);
      prefix = null;
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
