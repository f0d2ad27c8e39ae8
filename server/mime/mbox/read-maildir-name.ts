import type { MailFlags } from "./mail-flags.ts";

/**
 * Flags of a file in `cur` by its name; where a file system or an archive takes no colon, another character stands for it.
 * @param letters the folder's keywords, `a` first
 */
export function readMaildirFlags(name: string, letters: readonly string[]): MailFlags {
  const info = /[:;!_]2,([A-Za-z]*)$/.exec(name)?.[1] ?? "";
  const words = info
    .split("")
    .filter((letter) => letter >= "a" && letter <= "z")
    .map((letter) => letters[letter.charCodeAt(0) - 0x61] ?? "");
  return {
    seen: info.includes("S"),
    answered: info.includes("R"),
    flagged: info.includes("F"),
    draft: info.includes("D"),
    deleted: info.includes("T"),
    keywords: [...new Set([...words.filter(Boolean), ...(info.includes("P") ? ["$Forwarded"] : [])])],
  };
}

/** When it was delivered: what most names begin with. */
export function readMaildirTime(name: string): Date | null {
  const seconds = Number(/^(\d{8,11})\./.exec(name)?.[1] ?? 0);
  return seconds > 0 ? new Date(seconds * 1000) : null;
}

/** The folder that a path within an archive lies in, by its parts: Maildir++ puts folders beside each other, with dots. */
export function readMaildirFolder(directory: string): string[] {
  const last = directory.split("/").at(-1) ?? "";
  const parts = last.startsWith(".") ? last.slice(1).split(".").filter(Boolean) : [];
  return parts.length > 0 ? parts : ["INBOX"];
}

/** `dovecot-keywords`: a number and a keyword a line. */
export function readMaildirKeywords(text: string): string[] {
  const letters: string[] = [];
  for (const [, at, word = ""] of text.matchAll(/^(\d{1,2})[ \t]+(\S+)\s*$/gm)) letters[Number(at)] = word;
  return Array.from(letters, (word) => word ?? "");
}
