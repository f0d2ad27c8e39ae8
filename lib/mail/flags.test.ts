import * as fc from "fast-check";
import { expect, it } from "vitest";
import { joinFlags, splitFlags } from "./flags.ts";

it("reads system flags in any case and keeps keywords as they are spelled", () => {
  expect(splitFlags(["\\SEEN", "\\recent", "$Forwarded", "Work", "\\Flagged", "$Forwarded"])).toEqual({
    seen: true, flagged: true, answered: false, draft: false, deleted: false, keywords: ["$Forwarded", "Work"],
  }); // prettier-ignore
});

it("puts together again what it took apart", () => {
  const flag = fc.constantFrom("\\Seen", "\\Flagged", "\\Answered", "\\Draft", "\\Deleted", "$Junk", "a", "B");
  fc.assert(
    fc.property(fc.array(flag), (flags) => {
      const once = splitFlags(flags);
      expect(splitFlags(joinFlags(once))).toEqual(once);
      expect(new Set(joinFlags(once))).toEqual(new Set(flags));
    }),
    { seed: 17 },
  );
});
