/** Reading parsed answers, in which anything may be missing or of another type than it should be. */
import type { ImapResponse } from "imapflow";

/** The text of an atom, string or literal; empty for NIL, lists and everything else. */
export function tokenText(token: unknown): string {
  if (typeof token !== "object" || token === null || !("value" in token)) return "";
  const { value } = token;
  if (typeof value === "string") return value;
  return Buffer.isBuffer(value) ? value.toString() : "";
}

export const tokenNumber = (token: unknown): number | null => {
  const text = tokenText(token);
  return /^\d{1,10}$/.test(text) ? Number(text) : null;
};

export const tokenBigint = (token: unknown): bigint | null => {
  const text = tokenText(token);
  return /^\d{1,20}$/.test(text) ? BigInt(text) : null;
};

/** `[CODE value value]` of a status answer (RFC 3501 §7.1), the code in upper case. */
export function responseCode(response: ImapResponse): { code: string; values: unknown[] } {
  const first = response.attributes?.[0];
  const section: unknown[] = (first && "section" in first ? first.section : undefined) ?? [];
  const [code, ...values] = section;
  return { code: tokenText(code).toUpperCase(), values };
}

/** What the server's answer says in words. */
export function responseText(response: ImapResponse): string {
  const texts = (response.attributes ?? []).map((token) => (Array.isArray(token) ? "" : tokenText(token)));
  return texts.join(" ").trim();
}
