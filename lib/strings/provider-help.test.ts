import { expect, it } from "vitest";
import { profiles } from "../providers/profiles.ts";
import { providerHelpDe } from "./provider-help.de.ts";

it("what a provider wants first is said in German, too", () => {
  const texts = profiles.flatMap(({ help }) => (help ? [help.text] : []));
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter((text) => providerHelpDe(text) === text)).toEqual([]);
});
