/** RFC 5465: which folders a client wants to hear of without having them selected, and what it has not heard yet. */
import { itemsOf, textOf, type Arg } from "./wire/command-parser.ts";
import { decodeName } from "./wire/mailbox-name.ts";
import type { FolderEvent, ScriptedFolder } from "./scripted-folder.ts";
import type { ScriptedMailbox } from "./scripted-mailbox.ts";

type EventGroup = { isOf: (folder: ScriptedFolder, mailbox: ScriptedMailbox) => boolean; events: ReadonlySet<string> };

export class Notifications {
  readonly #groups: EventGroup[];
  readonly #untold = new Map<ScriptedFolder, Set<FolderEvent>>();

  /** @param groups `(personal (MessageNew MessageExpunge))` and the like; those of the selected folder are told anyway */
  constructor(groups: Arg[]) {
    this.#groups = groups.map((group) => groupOf(itemsOf(group)));
  }

  concerns(folder: ScriptedFolder, mailbox: ScriptedMailbox, event: FolderEvent): boolean {
    return this.#groups.some((group) => group.events.has(event.toUpperCase()) && group.isOf(folder, mailbox));
  }

  note(folder: ScriptedFolder, event: FolderEvent): void {
    this.#untold.set(folder, (this.#untold.get(folder) ?? new Set()).add(event));
  }

  /** What has to be told now, folder by folder. */
  take(): [ScriptedFolder, ReadonlySet<FolderEvent>][] {
    const untold = [...this.#untold];
    this.#untold.clear();
    return untold;
  }
}

/** What is told of a folder that is not selected (RFC 5465 §5.1 to §5.3). */
export function notifiedItems(events: ReadonlySet<FolderEvent>, knowsModseq: boolean): string[] {
  const counts = events.has("MessageNew") || events.has("MessageExpunge") ? ["MESSAGES", "UIDNEXT"] : [];
  const unseen = events.has("FlagChange") || events.has("MessageNew") ? ["UNSEEN"] : [];
  return [...counts, "UIDVALIDITY", ...unseen, ...(knowsModseq ? ["HIGHESTMODSEQ"] : [])];
}

function groupOf([filter, ...rest]: Arg[]): EventGroup {
  const name = textOf(filter).toUpperCase();
  const events = new Set(itemsOf(rest.at(-1)).map((event) => textOf(event).toUpperCase()));
  const named = rest.length > 1 ? namesOf(rest[0]) : [];
  switch (name) {
    case "SELECTED":
    case "SELECTED-DELAYED":
      return { isOf: () => false, events };
    case "PERSONAL":
      return { isOf: () => true, events };
    case "INBOXES":
      return { isOf: ({ path }) => path === "INBOX", events };
    case "SUBSCRIBED":
      return { isOf: ({ path }, { subscribed }) => subscribed.has(path), events };
    case "MAILBOXES":
      return { isOf: ({ path }) => named.includes(path), events };
    case "SUBTREE":
      return { isOf: ({ path }, mailbox) => named.some((root) => isBelow(path, root, mailbox.delimiter)), events };
    default:
      throw new SyntaxError(`Unknown filter ${name}.`);
  }
}

const namesOf = (arg: Arg | undefined): string[] =>
  (arg?.kind === "list" ? arg.items : [arg]).map((name) => decodeName(textOf(name)));

const isBelow = (path: string, root: string, delimiter: string): boolean =>
  path === root || path.startsWith(root + delimiter);
