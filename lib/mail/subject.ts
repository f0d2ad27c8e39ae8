import { cleanText } from "./clean-text.ts";

/** What mail programs of the world put before the subject of an answer. */
const replyPrefixes = [
  "re", "aw", "antw", "antwort", "sv", "vs", "vá", "odp", "odpověď", "ynt", "yan", "ref", "rif", "r", "res", "rép", "rép.", "réf",
  "atb", "ats", "vast", "bls", "ds", "svar", "απ", "σχετ", "ответ", "отв", "на", "відп", "відповідь", "отг", "одг", "תשובה", "השב",
  "رد", "پاسخ", "回复", "回覆", "答复", "答覆", "回", "返信", "답장", "회신", "ตอบกลับ", "trả lời", "bls", "re vs",
]; // prettier-ignore
const forwardPrefixes = [
  "fw", "fwd", "wg", "weitergeleitet", "tr", "rv", "enc", "i", "inoltro", "doorst", "vb", "vl", "vl.", "vidaresänt", "fs", "videres", "vs fw",
  "pd", "pd.", "prze", "továbbítás", "tovább", "fwd.", "i", "ilt", "πρθ", "пересл", "перес", "fyi", "напр", "препр", "הועבר", "إعادة توجيه",
  "转发", "轉寄", "轉發", "转", "転送", "전달", "ส่งต่อ", "chuyển tiếp", "reenv", "rm", "encam",
]; // prettier-ignore

const charactersMax = 1000;

const oneOf = (prefixes: readonly string[]) =>
  [...new Set(prefixes)]
    .sort((a, b) => b.length - a.length)
    .map((prefix) => prefix.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|");

/** Says that a mail is handed on, by the first thing it says; `Re: Fwd: …` answers one. */
export function isForwardSubject(subject: string): boolean {
  return forwardLeader.test(cleanText(subject.slice(0, charactersMax)).replace(blob, ""));
}

// `Re:`, `Re[2]:`, `RE (3):`, `Re^2:`, `AW :`, full-width colon.
const counter = String.raw`(?:\s*[\[(^]\s*\d{1,3}\s*[\])]?)?`;
const leader = new RegExp(`^(?:${oneOf([...replyPrefixes, ...forwardPrefixes])})${counter}\\s*[:：]\\s*`, "iu");
const forwardLeader = new RegExp(`^(?:${oneOf(forwardPrefixes)})${counter}\\s*[:：]`, "iu");
/** `[team] …`: what a list puts before every subject (RFC 5256 §2.1, subj-blob). */
const blob = /^\[[^[\]]{1,100}\]\s*/u;

/** `Re: ` once, whatever was there; list tags stay. */
export function replySubject(subject: string): string {
  const bare = withoutLeaders(subject);
  return bare ? `Re: ${bare}` : "Re:";
}

export function forwardSubject(subject: string): string {
  const bare = withoutLeaders(subject);
  return bare ? `Fwd: ${bare}` : "Fwd:";
}

/** Takes away leaders only, also those behind list tags, which are kept once. */
function withoutLeaders(subject: string): string {
  let rest = cleanText(subject.slice(0, charactersMax));
  const tags: string[] = [];
  for (;;) {
    const before = rest;
    rest = rest.replace(leader, "");
    const tag = blob.exec(rest)?.[0].trim();
    if (tag !== undefined && leader.test(rest.replace(blob, ""))) {
      tags.push(tag);
      rest = rest.replace(blob, "");
    }
    if (rest === before) break;
  }
  const known = [...new Set(tags)].filter((tag) => !rest.startsWith(tag));
  return [...known, rest].join(" ").trim();
}
