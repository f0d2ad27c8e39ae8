import { expect, it } from "vitest";
import { sendersOf } from "./senders-of.ts";
import { en } from "#lib/strings/en";

const person = (name: string, address = "a@post.test") => ({ name, address });

it.each([
  [[person("Maria Lindqvist")], "Maria Lindqvist"],
  [[person("Priya Nair"), person("Tom Sand")], "Priya Nair, Tom"],
  [[person("Priya Nair"), person("Byron, Ada"), person("", "help@acme.test")], "Priya Nair, Ada, help"],
  [[person("  ", "news@shop.test")], "news@shop.test"],
  [[], "(nobody)"],
])("names who wrote", (participants, said) => {
  expect(sendersOf(en, { participants })).toBe(said);
});
