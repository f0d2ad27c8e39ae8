/** Every key of the interface. A command may have several; `g i` is one key after another. One that `asks` opens what the next keys are for. */
export const shortcuts = {
  "list.next": { keys: ["j", "ArrowDown"], group: "move" },
  "list.previous": { keys: ["k", "ArrowUp"], group: "move" },
  "list.open": { keys: ["Enter", "o"], group: "move" },
  "list.back": { keys: ["u", "Escape"], group: "move" },
  "list.select": { keys: ["x"], group: "move" },
  "list.extend": { keys: ["Shift+x"], group: "move" },
  "list.extendDown": { keys: ["Shift+j", "Shift+ArrowDown"], group: "move" },
  "list.extendUp": { keys: ["Shift+k", "Shift+ArrowUp"], group: "move" },
  "list.selectAll": { keys: ["* a"], group: "move" },
  "list.selectNone": { keys: ["* n"], group: "move" },
  "list.search": { keys: ["/"], group: "move", asks: true },
  "conversation.close": { keys: ["e"], group: "conversation" },
  "conversation.archive": { keys: ["y"], group: "conversation" },
  "conversation.trash": { keys: ["#"], group: "conversation" },
  "conversation.junk": { keys: ["!"], group: "conversation" },
  "conversation.flag": { keys: ["s"], group: "conversation" },
  "conversation.snooze": { keys: ["h"], group: "conversation", asks: true },
  "conversation.move": { keys: ["v"], group: "conversation", asks: true },
  "conversation.assignToMe": { keys: ["m"], group: "conversation" },
  "conversation.assign": { keys: ["Shift+a"], group: "conversation", asks: true },
  "conversation.tag": { keys: ["t"], group: "conversation", asks: true },
  "conversation.seen": { keys: ["Shift+i"], group: "conversation" },
  "conversation.unseen": { keys: ["Shift+u"], group: "conversation" },
  "conversation.context": { keys: ["i"], group: "conversation" },
  "conversation.pending": { keys: ["w"], group: "conversation" },
  "conversation.copyLink": { keys: ["Shift+l"], group: "conversation" },
  "conversation.undo": { keys: ["z"], group: "conversation" },
  "conversation.print": { keys: ["Mod+p"], group: "conversation", asks: true },
  "message.next": { keys: ["Shift+n"], group: "conversation" },
  "message.previous": { keys: ["Shift+p"], group: "conversation" },
  "message.expandAll": { keys: ["Shift+o"], group: "conversation" },
  "write.reply": { keys: ["r"], group: "write", asks: true },
  "write.replyAll": { keys: ["a"], group: "write", asks: true },
  "write.forward": { keys: ["f"], group: "write", asks: true },
  "write.note": { keys: ["n"], group: "write", asks: true },
  "write.compose": { keys: ["c"], group: "write", asks: true },
  "write.send": { keys: ["Mod+Enter"], group: "write" },
  "write.sendAndClose": { keys: ["Mod+Shift+Enter"], group: "write" },
  "go.open": { keys: ["g i"], group: "go" },
  "go.mine": { keys: ["g m"], group: "go" },
  "go.unassigned": { keys: ["g u"], group: "go" },
  "go.drafts": { keys: ["g d"], group: "go" },
  "go.sent": { keys: ["g s"], group: "go" },
  "go.all": { keys: ["g a"], group: "go" },
  "app.palette": { keys: ["Mod+k"], group: "app", asks: true },
  "app.shortcuts": { keys: ["?"], group: "app", asks: true },
  "app.sidebar": { keys: ["["], group: "app" },
} as const satisfies Record<string, { keys: readonly string[]; group: ShortcutGroup; asks?: true }>;

export type ShortcutGroup = "move" | "conversation" | "write" | "go" | "app";
export type Command = keyof typeof shortcuts;
export const commands = Object.keys(shortcuts) as Command[];

/** What of a keyboard event decides. */
export type KeyPress = {
  key: string;
  code: string;
  shiftKey: boolean;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
};

export type KeyMatch = { kind: "command"; command: Command } | { kind: "prefix"; prefix: string } | { kind: "none" };

/**
 * Finds the command of a key, by what it writes, then by where it lies, so that other alphabets work too.
 * @param prefix the key pressed just before, when it begins a pair such as `g i`
 */
export function matchKey(press: KeyPress, prefix: string | null): KeyMatch {
  for (const name of namesOf(press)) {
    const wanted = prefix === null ? name : `${prefix} ${name}`;
    const command = byKey.get(wanted);
    if (command) return { kind: "command", command };
    if (prefix === null && prefixes.has(name)) return { kind: "prefix", prefix: name };
  }
  return { kind: "none" };
}

/** As it is printed: `⌘K` on a Mac, `Ctrl K` elsewhere, where `control` is what the reader's keyboard calls that key. */
export function keyLabel(command: Command, isMac: boolean, control: string): string {
  const [first] = shortcuts[command].keys;
  return first
    .split(" ")
    .map((key) =>
      key
        .split("+")
        .map((part, _, parts) => {
          const name = parts.length > 1 && part.length === 1 ? part.toUpperCase() : part;
          return partLabel(name, isMac, control);
        })
        .join(isMac ? "" : " "),
    )
    .join(" ");
}

const byKey = new Map(
  commands.flatMap((command) => shortcuts[command].keys.map((key): [string, Command] => [key, command])),
);
const prefixes = new Set([...byKey.keys()].filter((key) => key.includes(" ")).map((key) => key.split(" ")[0]));

function namesOf({ key, code, shiftKey, altKey, ctrlKey, metaKey }: KeyPress): string[] {
  if (altKey && (ctrlKey || metaKey)) return [];
  const modifier = ctrlKey || metaKey ? "Mod+" : "";
  const isLetter = /^[a-z]$/i.test(key);
  const letter = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  const shift = shiftKey && (modifier !== "" || isLetter || letter !== undefined) ? "Shift+" : "";
  const names = [`${modifier}${shift}${isLetter ? key.toLowerCase() : key}`];
  // Other alphabets: the place of the key. A Latin layout that moved its letters (AZERTY) has already said what it means.
  if (!isLetter && letter !== undefined && key.length === 1 && key > "\u007f")
    names.push(`${modifier}${shift}${letter}`);
  if (code === "Digit3" && shiftKey && key !== "#" && key > "\u007f") names.push("#");
  return names;
}

function partLabel(part: string, isMac: boolean, control: string): string {
  const labels: Record<string, [mac: string, other: string]> = {
    Mod: ["⌘", control],
    Shift: ["⇧", "Shift"],
    Enter: ["↵", "↵"],
    Escape: ["Esc", "Esc"],
    ArrowDown: ["↓", "↓"],
    ArrowUp: ["↑", "↑"],
  };
  const label = labels[part]?.[isMac ? 0 : 1];
  return label ?? part;
}
