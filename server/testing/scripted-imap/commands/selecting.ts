import { itemsOf, textOf, type Request } from "../wire/command-parser.ts";
import type { ScriptedFolder } from "../scripted-folder.ts";
import { Refusal } from "../refusal.ts";
import type { SessionState } from "../session-state.ts";
import { list, setPredicate, setText } from "../wire/words.ts";
import { findFolder, nameOf } from "./folders.ts";

const systemFlags = ["\\Answered", "\\Flagged", "\\Deleted", "\\Seen", "\\Draft"];

export function select(state: SessionState, { args, command }: Request): string {
  state.close();
  const folder = findFolder(state, nameOf(args[0]), "NONEXISTENT");
  const parameters = itemsOf(args[1]);
  const names = parameters.map((parameter) => textOf(parameter).toUpperCase());
  if (names.includes("CONDSTORE") || names.includes("QRESYNC")) {
    state.need("CONDSTORE");
    state.enabled.add("CONDSTORE");
  }
  const isReadOnly = command === "EXAMINE" || folder.options.readOnly === true;
  state.open(folder, isReadOnly);
  tellFolder(state, folder, isReadOnly);
  if (names.includes("QRESYNC")) {
    if (!state.enabled.has("QRESYNC")) throw new Refusal("BAD QRESYNC is not enabled.");
    resync(state, folder, itemsOf(parameters[names.indexOf("QRESYNC") + 1]).map(textOf));
  }
  return `OK [${isReadOnly ? "READ-ONLY" : "READ-WRITE"}] ${command} completed.`;
}

export function close(state: SessionState): string {
  const { folder, isReadOnly } = state.needSelected();
  const deleted = folder.messages.filter((message) => message.flags.has("\\Deleted"));
  state.close();
  if (!isReadOnly) folder.remove(deleted.map((message) => message.uid));
  return "OK Close completed.";
}

export function unselect(state: SessionState): string {
  state.need("UNSELECT");
  state.needSelected();
  state.close();
  return "OK Unselect completed.";
}

function tellFolder(state: SessionState, folder: ScriptedFolder, isReadOnly: boolean): void {
  const keywords = new Set(folder.messages.flatMap(({ flags }) => [...flags].filter((flag) => !flag.startsWith("\\"))));
  const flags = [...systemFlags, ...keywords];
  const permanent = folder.options.keepsKeywords === false ? systemFlags : [...flags, "\\*"];
  state.untagged(`FLAGS ${list(flags)}`);
  state.untagged(`OK [PERMANENTFLAGS ${list(isReadOnly ? [] : permanent)}] Flags permitted.`);
  state.untagged(`${folder.messages.length} EXISTS`);
  state.untagged("0 RECENT");
  state.untagged(`OK [UIDVALIDITY ${folder.uidValidity}] UIDs valid.`);
  state.untagged(`OK [UIDNEXT ${folder.uidNext}] Predicted next UID.`);
  if (state.has("OBJECTID")) state.untagged(`OK [MAILBOXID (${folder.mailboxId})] Ok.`);
  if (!state.has("CONDSTORE")) return;
  if (folder.options.noModseq) state.untagged("OK [NOMODSEQ] No mod-sequences here.");
  else state.untagged(`OK [HIGHESTMODSEQ ${folder.highestModseq}] Highest.`);
}

/** RFC 7162 §3.2.5: nothing is told when the UIDVALIDITY is another. */
function resync(state: SessionState, folder: ScriptedFolder, [validity, modseq, known]: string[]): void {
  if (Number(validity) !== folder.uidValidity || folder.options.noModseq) return;
  const since = BigInt(modseq ?? 0);
  const isKnown = setPredicate(known || "1:*", Number.MAX_SAFE_INTEGER);
  tellVanished(state, folder, since, isKnown);
  for (const [index, message] of folder.messages.entries()) {
    if (message.modseq > since && isKnown(message.uid)) state.untagged(state.flagsLine(index + 1, message, true));
  }
}

export function tellVanished(
  state: SessionState,
  folder: ScriptedFolder,
  since: bigint,
  isAsked: (uid: number) => boolean,
): void {
  const gone = state.rememberedVanished(folder, since).filter(isAsked);
  gone.sort((a, b) => a - b);
  if (gone.length === 0) return;
  state.untagged(`VANISHED (EARLIER) ${setText(gone)}`);
  state.vanishedTold(folder, gone);
}
