/** What the sender's mail program says a line begins, by the element it stands in. */
export type QuoteMark = "quote" | "signature" | "forward";

/** One line of a mail, of text or of what its HTML shows. */
export type QuoteLine = {
  /** Without the marks of quoting. */
  text: string;
  /** How deeply it is quoted: 0 for the writer's own words. */
  depth: number;
  /** The line is the first of an element that says so. */
  begins?: QuoteMark;
  /** It stands in what the mail program calls the signature. */
  isSignature?: boolean;
  /** It shows a picture of the mail's own. */
  hasImage?: boolean;
  /** In red: how answers are written into a mail that is quoted without marks. */
  isRed?: boolean;
};

export function isBlank(line: QuoteLine | undefined): boolean {
  return line === undefined || (line.text.trim() === "" && !line.hasImage);
}

/** The words of the writer, not of whom they answer. */
export function isOwn(line: QuoteLine): boolean {
  return line.depth === 0 && !isBlank(line);
}
