const charactersMax = 1_000_000;
const unseen = /^(?:style|script|title|head)\b/i;
const block = /^\/?(?:br|p|div|tr|li|h[1-6]|table|blockquote|ul|ol|hr)\b/i;
const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The words between tags, without parsing: linear whatever the markup. For what no parser could take. */
export function stripTags(html: string): string {
  const [first = "", ...pieces] = html.slice(0, charactersMax).split("<");
  const words = [first];
  for (const piece of pieces) {
    const end = piece.indexOf(">");
    // The text of a style or script stands in the piece that its tag opens.
    if (end >= 0 && !unseen.test(piece)) words.push(block.test(piece) ? "\n" : " ", piece.slice(end + 1));
  }
  return decodeEntities(words.join("")).replace(/[^\S\n]+/g, " ").replace(/ ?\n[ \n]*/g, "\n").trim(); // prettier-ignore
}

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : "";
  }); // prettier-ignore
}
