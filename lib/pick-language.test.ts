import { describe, expect, it } from "vitest";
import { pickLanguage } from "./pick-language.ts";

describe("the language of a page", () => {
  it("is what the agent chose, whatever the browser asks for", () => {
    expect(pickLanguage("en-US,en;q=0.9", "de")).toEqual({ language: "de", locale: "de-DE" });
  });

  it("is the first of ours that the browser asks for", () => {
    expect(pickLanguage("fr,de-AT;q=0.8,en;q=0.9", null).language).toBe("en");
    expect(pickLanguage("fr,de-AT;q=0.8,en;q=0.3", null)).toEqual({ language: "de", locale: "de-AT" });
  });

  it("is English for whoever asks for none of ours", () => {
    for (const header of ["", "*", "fr-FR", "denmark", "en;q=0,fr"])
      expect(pickLanguage(header, null)).toEqual({ language: "en", locale: "en-GB" });
  });

  it("takes no more of a tag than language, script and region", () => {
    expect(pickLanguage("en-US-u-nu-arab-ca-buddhist", null)).toEqual({ language: "en", locale: "en-US" });
  });

  it("survives nonsense", () => {
    expect(pickLanguage(`;;q=x,,${"a-".repeat(5000)}`, null).language).toBe("en");
  });
});
