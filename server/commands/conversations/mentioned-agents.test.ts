import { expect, it } from "vitest";
import { mentionedAgents } from "./mentioned-agents.ts";

const colleagues = [
  { id: 1, name: "Ann Lee" },
  { id: 2, name: "Ann" },
  { id: 3, name: "Jörg Über" },
  { id: 4, name: "Bob Ray" },
];

it.each([
  ["@Ann Lee can you look?", [1]],
  ["@ann please", [2]],
  ["@Annabel is nobody here", []],
  ["ask @jörg über, then @Bob.", [3, 4]],
  ["@Bob @Bob Ray @bob", [4]],
  ["write to team@Bob.example", []],
  ["", []],
])("%s", (text, ids) => {
  expect(mentionedAgents(text, colleagues)).toEqual(ids);
});
