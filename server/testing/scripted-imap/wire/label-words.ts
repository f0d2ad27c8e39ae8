import type { ScriptedFolder, StoredMessage } from "../scripted-folder.ts";
import { encodeName } from "./mailbox-name.ts";
import { list, quoted } from "./words.ts";

/**
 * As Gmail writes them: its own labels sometimes as an atom and sometimes quoted, plain words as they are, the rest quoted, in modified
 * UTF-7; never the one that the selected folder shows.
 */
export function labelsItem(folder: ScriptedFolder, message: StoredMessage): string {
  const starred = message.flags.has("\\Flagged") ? ["\\Starred"] : [];
  const told = [...message.labels, ...starred].filter((label) => label !== folder.ownLabel);
  const isQuoted = Number(message.emailId) % 2 === 0;
  return `X-GM-LABELS ${list(told.map((label) => word(label, isQuoted)))}`;
}

function word(label: string, isQuoted: boolean): string {
  const name = encodeName(label);
  const isAtom = /^\\?[\w-]+$/.test(name) && !isQuoted;
  return isAtom || /^\w+$/.test(name) ? name : quoted(name);
}
