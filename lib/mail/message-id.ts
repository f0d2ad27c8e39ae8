/** What one mail may name: the first, which is where it all began, and the newest 99 (RFC 5256 and all mail clients walk from both ends). */
const referencesMax = 100;
const idCharactersMax = 998;

/** Without angle brackets and white space; the domain in lower case, the rest as it came: it is compared byte by byte (RFC 5322 §3.6.4). */
export function normalizeMessageId(raw: string): string {
  if (raw === "") return "";
  const bare = plain.test(raw) ? raw.slice(1, -1) : bareId(raw);
  const at = bare.lastIndexOf("@");
  return at < 0 ? bare : bare.slice(0, at) + bare.slice(at).toLowerCase();
}

/** As nearly all are written. */
const plain = /^<[!-;=?-~]{1,998}>$/;

function bareId(raw: string): string {
  return unfold(raw)
    .replace(/^[^<]*</, "")
    .replace(/>[^>]*$/, "")
    .replace(/[<>]/g, "")
    .slice(0, idCharactersMax);
}

/** Every id that a References or In-Reply-To header names, in order, once: the first and the last 99. Broken lists give what they hold. */
export function parseMessageIds(header: string): string[] {
  if (header === "") return [];
  const raw = rawIdsOf(header).map(normalizeMessageId);
  return firstAndLast((raw.length > 1 ? [...new Set(raw)] : raw).filter((id) => id.length > 2));
}

/** What References and In-Reply-To name together. */
export function joinMessageIds(references: string[], inReplyTo: readonly string[]): string[] {
  const others = inReplyTo.filter((id) => !references.includes(id));
  return others.length === 0 ? references : firstAndLast([...references, ...others]);
}

function firstAndLast(ids: string[]): string[] {
  return ids.length <= referencesMax ? ids : [...ids.slice(0, 1), ...ids.slice(-(referencesMax - 1))];
}

function rawIdsOf(header: string): string[] {
  const bracketed = header.match(/<[^<>]{1,2000}>/g);
  if (bracketed) return bracketed;
  // No brackets at all: words with an @ are ids; phrases (`Your message of …`, RFC 822 style) are not.
  return header.split(/[\s,;]+/).filter((word) => /^[^@\s"]+@[^@\s"]+$/.test(word.replace(/^<|>$/g, "")));
}

function unfold(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, "");
}
