/** Words that promise a file, in English and German: "attached", "see the attachment", "im Anhang", "anbei". */
const promise =
  /(?<![\p{L}-])(?:attached|attachments?|enclosed|anbei|beigefügt\p{L}*|beiliegend\p{L}*|angehängt\p{L}*|anhang|anhänge|anhängend|angefügt\p{L}*|anlagen?)(?![\p{L}-])/iu;

/** What says that nothing was to come: "no attachment", "ohne Anhang". */
const denial = /(?:\bno|\bnot|n't|without|kein\p{L}*|nicht|ohne)\s+(?:\p{L}+\s+)?$/iu;

/** The word by which a writer promises a file, as it stands there; undefined for none. Quoted lines and the signature do not count. */
export function mentionedFile(text: string): string | undefined {
  const [own = ""] = text.split(/^-- $/m);
  for (const line of own.split("\n")) {
    if (line.startsWith(">")) continue;
    const found = promise.exec(line);
    if (found && !denial.test(line.slice(0, found.index))) return found[0];
  }
  return undefined;
}
