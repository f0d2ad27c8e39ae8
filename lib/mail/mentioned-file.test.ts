import { expect, it } from "vitest";
import { mentionedFile } from "./mentioned-file.ts";

it.each([
  ["I have attached the invoice.", "attached"],
  ["See the attachment for details", "attachment"],
  ["Anbei die Rechnung.", "Anbei"],
  ["Die Rechnung finden Sie im Anhang.", "Anhang"],
  ["In der Anlage senden wir Ihnen das Angebot", "Anlage"],
  ["Der Vertrag ist beigefügt.", "beigefügt"],
])("%j promises a file", (text, word) => expect(mentionedFile(text)).toBe(word));

it.each([
  "There was no attachment in your mail.",
  "Ihre E-Mail kam ohne Anhang an.",
  "Thanks, all is well.",
  "> I have attached the invoice.",
  "Hello\n-- \nAttached Inc.",
  "Das ist Anlagenbau.",
])("%j promises none", (text) => expect(mentionedFile(text)).toBeUndefined());
