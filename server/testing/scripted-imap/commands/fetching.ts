import { bodySection, bodyStructure, envelope } from "../wire/body-structure.ts";
import { itemsOf, textOf, type Arg, type Request } from "../wire/command-parser.ts";
import type { ScriptedFolder, StoredMessage } from "../scripted-folder.ts";
import { Refusal } from "../refusal.ts";
import type { Selected, SessionState } from "../session-state.ts";
import { labelsItem } from "../wire/label-words.ts";
import { internalDate, list, literal, quoted, setPredicate } from "../wire/words.ts";
import { tellVanished } from "./selecting.ts";
import { targetsOf } from "./targets.ts";

const macros = new Map([
  ["ALL", ["FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE"]],
  ["FAST", ["FLAGS", "INTERNALDATE", "RFC822.SIZE"]],
  ["FULL", ["FLAGS", "INTERNALDATE", "RFC822.SIZE", "ENVELOPE", "BODYSTRUCTURE"]],
]);

export function fetch(state: SessionState, { args, command }: Request): string {
  const selected = state.needSelected();
  const isByUid = command.startsWith("UID");
  const items = fetchItems(args[1]);
  if (isByUid && !items.includes("UID")) items.unshift("UID");
  const { since, wantsVanished } = modifiersOf(state, itemsOf(args[2]));
  if (since !== null && !items.includes("MODSEQ")) items.push("MODSEQ");
  if (items.includes("MODSEQ")) {
    state.need("CONDSTORE");
    state.enabled.add("CONDSTORE");
  }
  if (items.includes("EMAILID")) state.need("OBJECTID");
  if (items.some((item) => item.startsWith("X-GM-"))) state.need("X-GM-EXT-1");
  const set = textOf(args[0]);
  if (wantsVanished && since !== null) {
    tellVanished(state, selected.folder, since, setPredicate(set, selected.folder.uidNext - 1));
  }
  markSeen(selected, items, set, isByUid);
  for (const { sequence, message } of targetsOf(selected, set, isByUid)) {
    if (since !== null && message.modseq <= since) continue;
    const values = items.map((item) => itemValue(selected.folder, message, item));
    state.untagged(`${sequence} FETCH ${list(values)}`);
  }
  return "OK Fetch completed.";
}

function fetchItems(arg: Arg | undefined): string[] {
  const names = arg?.kind === "list" ? arg.items.map(textOf) : [textOf(arg)];
  return names.flatMap((name) => macros.get(name.toUpperCase()) ?? [name.includes("[") ? name : name.toUpperCase()]);
}

function modifiersOf(state: SessionState, modifiers: Arg[]): { since: bigint | null; wantsVanished: boolean } {
  const words = modifiers.map((modifier) => textOf(modifier).toUpperCase());
  const at = words.indexOf("CHANGEDSINCE");
  const wantsVanished = words.includes("VANISHED");
  if (wantsVanished && !state.enabled.has("QRESYNC")) throw new Refusal("BAD QRESYNC is not enabled.");
  return { since: at === -1 ? null : BigInt(words[at + 1] ?? "0"), wantsVanished };
}

/** BODY[] without PEEK reads the message. */
function markSeen(selected: Selected, items: string[], set: string, isByUid: boolean): void {
  if (selected.isReadOnly || !items.some((item) => /^(BODY\[|RFC822$|RFC822\.TEXT$)/i.test(item))) return;
  const uids = targetsOf(selected, set, isByUid).map(({ message }) => message.uid);
  selected.folder.setFlags(uids, (flags) => flags.add("\\Seen"));
}

function itemValue(folder: ScriptedFolder, message: StoredMessage, item: string): string {
  switch (item) {
    case "UID":
      return `UID ${message.uid}`;
    case "FLAGS":
      return `FLAGS ${list([...message.flags])}`;
    case "INTERNALDATE":
      return `INTERNALDATE "${internalDate(message.receivedAt)}"`;
    case "RFC822.SIZE":
      return `RFC822.SIZE ${message.source.length}`;
    case "MODSEQ":
      return `MODSEQ (${message.modseq})`;
    case "EMAILID":
      return `EMAILID (M${message.emailId})`;
    case "THREADID":
      return "THREADID NIL";
    case "X-GM-MSGID":
      return `${item} ${message.emailId}`;
    case "X-GM-THRID":
      return `${item} ${message.threadId}`;
    case "X-GM-LABELS":
      return labelsItem(folder, message);
    case "ENVELOPE":
      return `ENVELOPE ${envelope(folder.treeOf(message).headers)}`;
    case "BODYSTRUCTURE":
    case "BODY":
      return `${item} ${bodyStructure(folder.treeOf(message))}`;
    default:
      return sectionValue(folder, message, item);
  }
}

function sectionValue(folder: ScriptedFolder, message: StoredMessage, item: string): string {
  const match = /^BODY(?:\.PEEK)?\[(.*)\](?:<(\d+)\.(\d+)>)?$/is.exec(item);
  if (!match) throw new Refusal(`BAD Unknown item ${quoted(item)}.`);
  const [, section = "", start, length] = match;
  const whole = bodySection(folder.treeOf(message), message.source, section);
  const label = `BODY[${section}]${start === undefined ? "" : `<${start}>`}`;
  if (whole === null) return `${label} NIL`;
  const part = start === undefined ? whole : whole.slice(Number(start), Number(start) + Number(length));
  return `${label} ${literal(part)}`;
}
