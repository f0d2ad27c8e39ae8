import type { MailFile } from "../mail-fields.ts";

/**
 * A text as the editor reads it: paragraphs between blank lines, what is quoted as a quote, the signature as such.
 * @param files whose images it shows below
 */
export function htmlOfText(text: string, files: readonly MailFile[] = []): string {
  const at = /^-- $/m.exec(text)?.index ?? text.length;
  const images = files
    .filter(({ contentId }) => contentId !== "")
    .map(({ contentId, filename }) => `<p><img src="cid:${escape(contentId)}" alt="${escape(filename)}"></p>`)
    .join("");
  const signature = text.slice(at).replace(/^-- \n?/, "");
  const below = signature.trim() === "" ? "" : `<div data-signature="">${paragraphs(signature.trimEnd())}</div>`;
  const above = blocks(text.slice(0, at).trimEnd());
  return above + images + (above === "" && below !== "" ? "<p></p>" : "") + below;
}

function blocks(text: string): string {
  const runs: { isQuoted: boolean; lines: string[] }[] = [];
  for (const line of text.split("\n")) {
    const isQuoted = line.startsWith(">");
    const bare = isQuoted ? line.replace(/^> ?/, "") : line;
    const last = runs.at(-1);
    if (last?.isQuoted === isQuoted) last.lines.push(bare);
    else runs.push({ isQuoted, lines: [bare] });
  }
  return runs
    .map(({ isQuoted, lines }) => {
      const words = lines.join("\n").replace(/^\n+|\n+$/g, "");
      if (isQuoted) return `<blockquote type="cite">${blocks(words) || "<p></p>"}</blockquote>`;
      return words === "" ? "" : paragraphs(words);
    })
    .join("");
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((lines) => `<p>${lines.split("\n").map(escape).join("<br>")}</p>`)
    .join("");
}

function escape(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => `&#${character.codePointAt(0)};`)
    .replace(/ {2,}|^ /g, (spaces) => "\u00a0".repeat(spaces.length));
}
