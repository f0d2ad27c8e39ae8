// Characters that hide, reorder or end text: C0, C1, zero-width, bidi controls, line and paragraph separators, BOM, tags (security: T10).
const unseen =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb]|\u034f|[\u{e0000}-\u{e007f}]/gu;

/** Most text there is: ASCII in single spaces, of which nothing has to be cleaned. */
const clean = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** One line of text that shows what it holds: what is unseen or changes direction is gone, white space is single. */
export function cleanText(text: string): string {
  if (clean.test(text)) return text;
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]/gu, " ")
    .replace(unseen, "")
    .replace(/[\s\u00a0]+/gu, " ")
    .trim()
    .toWellFormed();
}
