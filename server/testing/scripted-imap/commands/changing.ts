import { itemsOf, textOf, type Arg, type Request } from "../wire/command-parser.ts";
import { Refusal } from "../refusal.ts";
import type { Selected, SessionState } from "../session-state.ts";
import { labelsItem } from "../wire/label-words.ts";
import { decodeName } from "../wire/mailbox-name.ts";
import { parseDate, setText } from "../wire/words.ts";
import { findFolder, nameOf } from "./folders.ts";
import { targetsOf } from "./targets.ts";

export function store(state: SessionState, { args, command }: Request): string {
  const selected = needWritable(state);
  const isByUid = command.startsWith("UID");
  const hasModifiers = args[1]?.kind === "list";
  const unchangedSince = hasModifiers ? BigInt(textOf(itemsOf(args[1])[1])) : null;
  const [item, flagsArg] = hasModifiers ? args.slice(2) : args.slice(1);
  if (/X-GM-LABELS/i.test(textOf(item))) return storeLabels(state, args, isByUid);
  const match = /^([+-]?)FLAGS(\.SILENT)?$/i.exec(textOf(item));
  if (!match) throw new Refusal("BAD Unknown item to store.");
  const flags = flagsArg?.kind === "list" ? flagsArg.items.map(textOf) : [textOf(flagsArg)];
  const targets = targetsOf(selected, textOf(args[0]), isByUid);
  const isChanged = ({ message }: (typeof targets)[number]) =>
    unchangedSince !== null && message.modseq > unchangedSince;
  const refused = targets.filter(isChanged).map((target) => (isByUid ? target.message.uid : target.sequence));
  const allowed = targets.filter((target) => !isChanged(target));
  const change = changer(match[1] ?? "", keepable(selected, flags));
  const uids = allowed.map(({ message }) => message.uid);
  selected.folder.setFlags(uids, change);
  const isSilent = match[2] !== undefined;
  for (const { sequence, message } of allowed) {
    selected.silent.set(message.uid, message.modseq);
    if (!isSilent) state.untagged(state.flagsLine(sequence, message, isByUid));
    // Even a silent STORE tells the new mod-sequence (RFC 7162 §3.1.3).
    else if (state.tellsModseq) state.untagged(`${sequence} FETCH (UID ${message.uid} MODSEQ (${message.modseq}))`);
  }
  return refused.length > 0 ? `OK [MODIFIED ${setText(refused)}] Conditional store.` : "OK Store completed.";
}

/** Gmail's own labels are atoms with a backslash, or strings; all others travel like names of folders. */
function storeLabels(state: SessionState, [set, item, labelsArg]: Arg[], isByUid: boolean): string {
  state.need("X-GM-EXT-1");
  const selected = needWritable(state);
  const sign = /^([+-])X-GM-LABELS(?:\.SILENT)?$/i.exec(textOf(item))?.[1];
  if (!sign) throw new Refusal("BAD Could not parse command");
  const labels = itemsOf(labelsArg).map((label) => decodeName(textOf(label)));
  if (labels.some((label) => label === "\\Sent" || label === "\\Draft"))
    throw new Refusal("NO [CANNOT] Label cannot be changed. (Failure)");
  const targets = targetsOf(selected, textOf(set), isByUid);
  const uids = targets.map(({ message }) => message.uid);
  selected.folder.setLabels(uids, sign === "+" ? { add: labels, remove: [] } : { add: [], remove: labels });
  for (const { sequence, message } of targets) {
    selected.silent.set(message.uid, message.modseq);
    state.untagged(`${sequence} FETCH (UID ${message.uid} ${labelsItem(selected.folder, message)})`);
  }
  return "OK Success";
}

export function copy(state: SessionState, { args, command }: Request): string {
  const { folder } = state.needSelected();
  const destination = findFolder(state, nameOf(args[1]), "TRYCREATE");
  const uids = uidsOf(state, args[0], command);
  const copies = state.needMailbox().copy(folder.path, uids, destination.path);
  return `OK ${copyUid(state, destination.uidValidity, copies)}Copy completed.`;
}

export function move(state: SessionState, { args, command }: Request): string {
  state.need("MOVE");
  const { folder } = needWritable(state);
  const destination = findFolder(state, nameOf(args[1]), "TRYCREATE");
  const uids = uidsOf(state, args[0], command);
  const moved = state.needMailbox().move(folder.path, uids, destination.path);
  const code = copyUid(state, destination.uidValidity, moved);
  if (code) state.untagged(`OK ${code}Moved UIDs.`);
  return "OK Move completed.";
}

export function expunge(state: SessionState, { args, command }: Request): string {
  const selected = needWritable(state);
  const isByUid = command.startsWith("UID");
  if (isByUid) state.need("UIDPLUS");
  const asked = isByUid ? new Set(uidsOf(state, args[0], command)) : null;
  const gone = selected.folder.messages.filter(({ uid, flags }) => flags.has("\\Deleted") && (asked?.has(uid) ?? true));
  selected.folder.remove(gone.map(({ uid }) => uid));
  // RFC 7162 §3.2.7
  const code = state.enabled.has("QRESYNC") ? `[HIGHESTMODSEQ ${selected.folder.highestModseq}] ` : "";
  return `OK ${code}Expunge completed.`;
}

export function append(state: SessionState, { args }: Request): string {
  const folder = findFolder(state, nameOf(args[0]), "TRYCREATE");
  const source = args.at(-1);
  if (source?.kind !== "string" || !source.bytes) throw new Refusal("BAD A literal was expected.");
  const flags = itemsOf(args.find((arg) => arg.kind === "list")).map(textOf);
  const date = args.slice(1, -1).find((arg) => arg.kind === "string");
  const receivedAt = date ? parseDate(textOf(date)) : new Date();
  const uid = folder.add({ source: source.text, flags, receivedAt, emailId: state.needMailbox().newEmailId() });
  const code = state.has("UIDPLUS") ? `[APPENDUID ${folder.uidValidity} ${uid}] ` : "";
  return `OK ${code}Append completed.`;
}

function needWritable(state: SessionState): Selected {
  const selected = state.needSelected();
  if (selected.isReadOnly) throw new Refusal("NO [READ-ONLY] The folder is read-only.");
  return selected;
}

const uidsOf = (state: SessionState, set: Arg | undefined, command: string): number[] =>
  targetsOf(state.needSelected(), textOf(set), command.startsWith("UID")).map(({ message }) => message.uid);

function copyUid(state: SessionState, uidValidity: number, copies: Map<number, number>): string {
  if (!state.has("UIDPLUS") || copies.size === 0) return "";
  return `[COPYUID ${uidValidity} ${setText([...copies.keys()])} ${setText([...copies.values()])}] `;
}

const keepable = ({ folder }: Selected, flags: string[]): string[] =>
  folder.options.keepsKeywords === false ? flags.filter((flag) => flag.startsWith("\\")) : flags;

function changer(sign: string, named: string[]): (flags: Set<string>) => void {
  return (flags) => {
    if (sign === "") flags.clear();
    for (const flag of named) {
      if (sign === "-") flags.delete(flag);
      else flags.add(flag);
    }
  };
}
