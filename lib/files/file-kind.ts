/** How a file can be looked at without opening it. */
export type FileKind = "picture" | "text" | "pdf" | "other";

const pictures = new Set(["image/png", "image/jpeg", "image/jpg", "image/pjpeg", "image/gif", "image/webp"]);
const texts =
  /\.(?:txt|text|log|csv|tsv|md|json|jsonl|xml|ya?ml|toml|ini|conf|cfg|env|sql|sh|bash|zsh|ps1|bat|js|mjs|cjs|ts|tsx|jsx|css|scss|html?|py|rb|go|rs|java|kt|c|h|cpp|hpp|cs|php|swift|pl|lua|r|diff|patch|eml|ics|vcf|srt|tex)$/i;

/** An event, as mail carries it. */
export function isCalendar({ contentType, filename }: { contentType: string; filename: string }): boolean {
  return /^(?:text\/calendar|application\/ics)$/i.test(contentType) || /\.ics$/i.test(filename);
}

/** By what its sender and its name say: what shows it proves it by its bytes. */
export function fileKind({ contentType, filename }: { contentType: string; filename: string }): FileKind {
  const type = contentType.toLowerCase();
  if (pictures.has(type) || /\.(?:png|jpe?g|gif|webp)$/i.test(filename)) return "picture";
  if (type === "application/pdf" || /\.pdf$/i.test(filename)) return "pdf";
  if (
    type.startsWith("text/") ||
    /^application\/(?:json|xml|x-yaml|sql|javascript)$/.test(type) ||
    texts.test(filename)
  )
    return "text";
  return "other";
}
