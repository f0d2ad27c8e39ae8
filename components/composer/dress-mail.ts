const style = "font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5";
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The HTML of a mail with what holds for all of it: where a program is told no font, it takes the one of old books, and where no direction, ours. */
export function dressMail({ html, text }: { html: string; text: string }): string {
  if (html === "") return "";
  const direction = rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr";
  return `<div dir="${direction}" style="${style}">${html}</div>`;
}
