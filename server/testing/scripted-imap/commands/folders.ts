import { itemsOf, textOf, type Arg, type Request } from "../wire/command-parser.ts";
import { decodeName, encodeName } from "../wire/mailbox-name.ts";
import type { ScriptedFolder } from "../scripted-folder.ts";
import { Refusal } from "../refusal.ts";
import type { SessionState } from "../session-state.ts";
import { tellStatus } from "../tell-status.ts";
import { list, quoted } from "../wire/words.ts";

export const nameOf = (arg: Arg | undefined): string => decodeName(textOf(arg));

export function findFolder(state: SessionState, path: string, code: "NONEXISTENT" | "TRYCREATE"): ScriptedFolder {
  const { folders } = state.needMailbox();
  const folder = folders.get(path.toUpperCase() === "INBOX" ? "INBOX" : path);
  if (!folder || folder.options.selectable === false) throw new Refusal(`NO [${code}] Mailbox doesn't exist.`);
  return folder;
}

export function listFolders(state: SessionState, { args, command }: Request): string {
  const mailbox = state.needMailbox();
  const isLsub = command === "LSUB";
  const pattern = nameOf(args[0]) + nameOf(args[1]);
  if (pattern === "") {
    state.untagged(`LIST (\\Noselect) ${quoted(mailbox.delimiter)} ""`);
    return "OK List completed.";
  }
  const returns = args.findIndex((arg) => textOf(arg).toUpperCase() === "RETURN");
  if (returns >= 0) state.need("LIST-EXTENDED");
  const options = returns >= 0 ? itemsOf(args[returns + 1]) : [];
  const statusAt = options.findIndex((option) => textOf(option).toUpperCase() === "STATUS");
  if (statusAt >= 0) state.need("LIST-STATUS");
  const matches = patternMatcher(pattern, mailbox.delimiter);
  const found = [...mailbox.folders.values()].filter(({ path }) => matches(path));
  for (const folder of found) {
    if (isLsub && !mailbox.subscribed.has(folder.path)) continue;
    const attributes = attributesOf(state, folder, mailbox.subscribed.has(folder.path) && returns >= 0);
    const name = folder.path === "INBOX" ? mailbox.inboxName : encodeName(folder.path);
    const delimiter = mailbox.delimiter === "" ? "NIL" : quoted(mailbox.delimiter);
    state.untagged(`${isLsub ? "LSUB" : "LIST"} ${list(attributes)} ${delimiter} ${quoted(name)}`);
    if (statusAt >= 0 && folder.options.selectable !== false) tellStatus(state, folder, namesIn(options[statusAt + 1]));
  }
  return "OK List completed.";
}

export function status(state: SessionState, { args }: Request): string {
  tellStatus(state, findFolder(state, nameOf(args[0]), "NONEXISTENT"), namesIn(args[1]));
  return "OK Status completed.";
}

export function createFolder(state: SessionState, { args }: Request): string {
  const mailbox = state.needMailbox();
  const path = nameOf(args[0]);
  if (mailbox.folders.has(path)) throw new Refusal("NO [ALREADYEXISTS] Mailbox already exists.");
  if (state.has("X-GM-EXT-1") && /^\[(?:Gmail|Google Mail)\]/i.test(path))
    throw new Refusal("NO [CANNOT] Invalid folder name. (Failure)");
  mailbox.create(path);
  mailbox.subscribed.delete(path);
  return "OK Create completed.";
}

export function deleteFolder(state: SessionState, { args }: Request): string {
  const { path } = findFolder(state, nameOf(args[0]), "NONEXISTENT");
  if (path === "INBOX") throw new Refusal("NO [CANNOT] INBOX cannot be deleted.");
  if (isGmailsOwn(state, path)) throw new Refusal("NO [CANNOT] Cannot delete this folder. (Failure)");
  state.needMailbox().delete(path);
  return "OK Delete completed.";
}

export function renameFolder(state: SessionState, { args }: Request): string {
  const { path } = findFolder(state, nameOf(args[0]), "NONEXISTENT");
  if (isGmailsOwn(state, path)) throw new Refusal("NO [CANNOT] Cannot rename this folder. (Failure)");
  state.needMailbox().rename(path, nameOf(args[1]));
  return "OK Rename completed.";
}

const isGmailsOwn = (state: SessionState, path: string): boolean =>
  state.has("X-GM-EXT-1") &&
  (path === "INBOX" || findFolder(state, path, "NONEXISTENT").options.specialUse !== undefined);

export function subscribe(state: SessionState, { args, command }: Request): string {
  const { subscribed } = state.needMailbox();
  if (command === "SUBSCRIBE") subscribed.add(nameOf(args[0]));
  else subscribed.delete(nameOf(args[0]));
  return "OK Done.";
}

function attributesOf(state: SessionState, folder: ScriptedFolder, isSubscribed: boolean): string[] {
  const { folders, delimiter } = state.needMailbox();
  const hasChildren = delimiter !== "" && [...folders.keys()].some((path) => path.startsWith(folder.path + delimiter));
  const attributes = [hasChildren ? "\\HasChildren" : "\\HasNoChildren"];
  if (folder.options.selectable === false) attributes.push("\\Noselect");
  if (folder.options.specialUse && state.has("SPECIAL-USE")) attributes.push(folder.options.specialUse);
  if (isSubscribed) attributes.push("\\Subscribed");
  return attributes;
}

const namesIn = (arg: Arg | undefined): string[] => itemsOf(arg).map((item) => textOf(item).toUpperCase());

function patternMatcher(pattern: string, delimiter: string): (path: string) => boolean {
  const text = pattern
    .replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("%", `[^${delimiter === "/" ? "/" : `\\${delimiter}`}]*`);
  const expression = new RegExp(`^${text}$`, "s");
  return (path) => expression.test(path);
}
