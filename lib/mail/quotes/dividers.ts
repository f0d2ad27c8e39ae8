import { alternatives, bareForwards, forwards, originals, wrote, literal } from "./words.ts";

const ruled = (words: readonly string[]) =>
  new RegExp(`^\\s*[-_*=#—–~ ]{2,}\\s*(?:${alternatives(words)})\\s*:?\\s*[-_*=#—–~ ]*$`, "iu");
const original = ruled(originals);
const forwarded = ruled(forwards);
const bareForward = new RegExp(`^\\s*(?:${alternatives(bareForwards)})\\s*[:：]\\s*$`, "iu");
/** `---- On Mon, 02 Feb 2026 10:00:00 +0100 jane@example.com wrote ----` (Zoho). */
const dashed = new RegExp(`^\\s*-{2,}\\s.*\\p{Nd}.*(?:${alternatives(literal(wrote))}).*-{2,}\\s*$`, "iu");

const charactersMax = 200;

/** `-----Original Message-----`, in any language: what is answered begins. */
export function isDivider(text: string): boolean {
  return text.length <= charactersMax && (original.test(text) || dashed.test(text));
}

/** `---------- Forwarded message ---------`, in any language: what is handed on begins, and is there to be read. */
export function isForwardDivider(text: string): boolean {
  return text.length <= charactersMax && (forwarded.test(text) || bareForward.test(text));
}

/** A line of dashes, underscores or the like. */
export function isRule(text: string): boolean {
  return /^\s*[-_*=~─━]{5,}\s*$/u.test(text);
}
