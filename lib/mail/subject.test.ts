import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forwardSubject, replySubject } from "./subject.ts";

describe("replySubject and forwardSubject", () => {
  it("say it once, in whatever language it was said before", () => {
    expect(replySubject("AW: RE: Drucker")).toBe("Re: Drucker");
    expect(replySubject("Drucker")).toBe("Re: Drucker");
    expect(forwardSubject("Re: Fwd: Drucker")).toBe("Fwd: Drucker");
    expect(replySubject("")).toBe("Re:");
  });

  it.each([
    "Re: Printer on fire", "RE: Printer on fire", "re : Printer on fire", "Re[2]: Printer on fire", "Re (3): Printer on fire", "Re^2: Printer on fire",
    "AW: Printer on fire", "Antw: Printer on fire", "SV: Printer on fire", "VS: Printer on fire", "Odp: Printer on fire", "回复：Printer on fire",
    "答复: Printer on fire", "Ответ: Printer on fire", "RE: AW: WG: Printer on fire", "Fwd: Printer on fire", "  Re:   Printer   on fire ",
    "TR : Printer on fire", "YNT: Printer on fire", "RIF: Printer on fire", "Rép : Printer on fire", "転送: Printer on fire", "답장: Printer on fire",
    "ΑΠ: Printer on fire", "Vá: Printer on fire",
  ])("know what was said in %s", (subject) => {
    expect(replySubject(subject)).toBe("Re: Printer on fire");
  }); // prettier-ignore

  it.each(["Reset my password", "Review: printers", "[urgent]", "Is it 10:30?", "Sven: hello", "Invoice 12: paid"])(
    "leave %s alone",
    (subject) => {
      expect(forwardSubject(subject)).toBe(`Fwd: ${subject}`);
    },
  );

  it("do not depend on how often it was answered", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,10} [a-z ]{1,20}[a-z]$/), fc.array(fc.constantFrom("Re: ", "AW: ", "Fwd: ", "SV: ")), (text, prefixes) => {
        expect(replySubject(prefixes.join("") + text)).toBe(replySubject(text));
      }),
      { seed: 3 },
    );
  }); // prettier-ignore

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
