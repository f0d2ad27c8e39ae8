import { readEntry, readSingle, type ReadMail } from "../../mime/mbox/read-entry.ts";
import {
  readMaildirFlags,
  readMaildirFolder,
  readMaildirKeywords,
  readMaildirTime,
} from "../../mime/mbox/read-maildir-name.ts";
import { splitMbox } from "../../mime/mbox/split-mbox.ts";
import { UnreadableFile, type Container, type Member } from "./open-container.ts";

/** Before which mail of a file one is: member by member, in an mbox by the offset of its entry. */
export type FilePosition = { member: number; offset: number };

export type MailInFile = {
  at: FilePosition;
  /** Where to go on behind it. */
  next: FilePosition;
  /** The member that it is in. */
  file: string;
  /** The parts of the folder's path, as far as names tell; empty where they do not. */
  folder: string[];
  mail: ReadMail | null;
  /** Why there is no mail. */
  code: "too_large" | "unreadable" | "";
  sizeBytes: number;
};

/** By the Maildir's path. */
type Keywords = ReadonlyMap<string, readonly string[]>;

/** What a mail may have: servers take no more, most of them much less. */
const mailBytesMax = 100_000_000;
const keywordsBytesMax = 64 * 1024;

/** What an export of ours wrote down of a file in it, whatever that is called; null for all others. */
export type Listed = (file: string) => Promise<"mbox" | "single" | null>;

/** All mails of a file from a position on, one at a time. @throws UnreadableFile */
export async function* mailsOfFile(
  container: Container,
  from: FilePosition,
  listed: Listed,
): AsyncGenerator<MailInFile> {
  let keywords: Keywords | null = null;
  for await (const member of container.members()) {
    const base = member.name.split("/").at(-1) ?? "";
    const directory = member.name.slice(0, -base.length - 1);
    if (member.index < from.member) continue;
    const kind = await listed(member.name);
    if (kind === null && isBeside(member.name, base)) continue;
    const offset = member.index === from.member ? from.offset : 0;
    try {
      if (kind !== null) {
        yield* kind === "mbox" ? mboxMails(member, [base.replace(/\.mbox$/i, "")], offset) : listedMail(member);
        continue;
      }
      const maildir = /^(?:(.*)\/)?(?:cur|new)$/.exec(directory);
      if (maildir && !/\.mbox$/i.test(base))
        yield* maildirMail(member, base, maildir[1] ?? "", (keywords ??= await keywordsIn(container)));
      else yield* mailsOfMember(member, base, directory, offset, !container.isArchive);
    } catch (error) {
      if (!container.isArchive || error instanceof UnreadableFile) throw error;
      // One file of many is damaged.
      yield single(member, [], null, "unreadable");
    }
  }
}

/** What archives hold beside mail. */
function isBeside(path: string, base: string): boolean {
  return /^(?:__MACOSX|tmp)\/|\/tmp\//.test(path) || /^\.|^dovecot|^(?:subscriptions|maildirfolder|manifest\.jsonl)$/.test(base) || /\.(?:msf|txt|json|jsonl|html?|pdf|zip|dat|plist)$/i.test(base); // prettier-ignore
}

/** Of every Maildir in an archive; the file may stand behind the mails that it is about. */
async function keywordsIn(container: Container): Promise<Keywords> {
  const keywords = new Map<string, string[]>();
  for await (const member of container.members()) {
    const root = /^(?:(.*)\/)?dovecot-keywords$/.exec(member.name);
    if (root)
      keywords.set(root[1] ?? "", readMaildirKeywords((await whole(member, keywordsBytesMax))?.toString() ?? ""));
  }
  return keywords;
}

/** As it was written: flags and dates are in the list. */
async function* listedMail(member: Member): AsyncGenerator<MailInFile> {
  const bytes = await whole(member, mailBytesMax);
  yield single(member, [], bytes && { ...readSingle(bytes), source: bytes }, bytes ? "" : "too_large");
}

async function* maildirMail(
  member: Member,
  base: string,
  root: string,
  keywords: Keywords,
): AsyncGenerator<MailInFile> {
  const bytes = await whole(member, mailBytesMax);
  const read = bytes && readSingle(bytes);
  const letters = keywords.get(root) ?? [];
  const receivedAt = readMaildirTime(base) ?? read?.receivedAt ?? member.modifiedAt;
  const mail = read && { source: read.source, flags: readMaildirFlags(base, letters), receivedAt };
  yield single(member, readMaildirFolder(root), mail, mail ? "" : "too_large");
}

async function* mailsOfMember(
  member: Member,
  base: string,
  directory: string,
  offset: number,
  isSole: boolean,
): AsyncGenerator<MailInFile> {
  const kind = await kindOf(member);
  const parts = directory === "" ? [] : directory.split("/").map((part) => part.replace(/\.sbd$/i, ""));
  if (kind === "mbox") {
    const own = base.replace(/\.mbox$/i, "");
    const last = parts.at(-1) ?? "";
    // Apple's: a folder `Name.mbox` with a file `mbox`.
    const folder =
      own === "mbox" && /\.mbox$/i.test(last) ? [...parts.slice(0, -1), last.slice(0, -5)] : [...parts, own];
    yield* mboxMails(member, isSole ? [] : folder, offset);
  } else if (kind === "eml" || /\.eml$/i.test(base)) {
    const bytes = await whole(member, mailBytesMax);
    yield single(member, isSole ? [] : parts, bytes && readSingle(bytes), bytes ? "" : "too_large");
  } else if (isSole) throw new UnreadableFile("unreadable");
}

async function* mboxMails(member: Member, folder: string[], from: number): AsyncGenerator<MailInFile> {
  const chunks = await member.read(from);
  for await (const { offset, length, bytes } of splitMbox(chunks, mailBytesMax, from)) {
    const at = { member: member.index, offset };
    const next = { member: member.index, offset: offset + length };
    const isEntry = bytes?.toString("latin1", 0, 5) === "From ";
    if (bytes && !isEntry && bytes.toString("latin1").trim() === "") continue;
    const code = bytes === null ? "too_large" : isEntry ? "" : "unreadable";
    const mail = bytes && isEntry ? readEntry(bytes) : null;
    yield { at, next, file: member.name, folder, mail, code, sizeBytes: length };
  }
}

function single(member: Member, folder: string[], mail: ReadMail | null, code: MailInFile["code"]): MailInFile {
  const at = { member: member.index, offset: 0 };
  return { at, next: { member: member.index + 1, offset: 0 }, file: member.name, folder, mail, code, sizeBytes: member.sizeBytes }; // prettier-ignore
}

async function kindOf(member: Member): Promise<"mbox" | "eml" | null> {
  const start = await first(member, 16 * 1024);
  if (/^(?:\r?\n){0,9}From /.test(start)) return "mbox";
  return /^[\x21-\x39\x3b-\x7e]+[ \t]*:[^\n]*\n/.test(start) ? "eml" : null;
}

async function first(member: Member, bytesMax: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of await member.read()) {
    parts.push(chunk);
    if ((bytes += chunk.length) >= bytesMax) break;
  }
  return Buffer.concat(parts).toString("latin1", 0, bytesMax);
}

/** @returns null above the limit */
async function whole(member: Member, bytesMax: number): Promise<Buffer | null> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of await member.read()) {
    if ((bytes += chunk.length) > bytesMax) return null;
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
