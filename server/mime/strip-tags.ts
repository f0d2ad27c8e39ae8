const charactersMax = 1_000_000;
const unseen = /^(?:style|script|title|head)\b/i;

/** The words between tags, without parsing: linear whatever the markup. For what no parser could take. */
export function stripTags(html: string): string {
  const pieces = html.slice(0, charactersMax).split("<");
  const words: string[] = [pieces[0] ?? ""];
  for (const piece of pieces.slice(1)) {
    const end = piece.indexOf(">");
    // The text of a style or script stands in the piece that its tag opens.
    if (end >= 0 && !unseen.test(piece)) words.push(piece.slice(end + 1));
  }
  return words.join(" ").replace(/[ \t]+/g, " ").replace(/ ?\n[ \n]*/g, "\n").trim(); // prettier-ignore
}
