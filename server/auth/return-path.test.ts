import { describe, expect, it } from "vitest";
import { returnPath } from "./return-path.ts";

describe("returnPath", () => {
  it("keeps a path of ours", () => {
    expect(returnPath("/inbox/open/7?q=a%20b#m3")).toBe("/inbox/open/7?q=a%20b#m3");
  });

  it("leads home instead of to another site", () => {
    for (const next of [
      "//evil.test",
      "/\\evil.test",
      "/\t/evil.test",
      "https://evil.test",
      "javascript:alert(1)",
      "",
      undefined,
      ["/a"],
    ])
      expect(returnPath(next)).toBe("/");
  });
});
