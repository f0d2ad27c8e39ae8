import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

describe("safePath", () => {
  it("keeps a path of our own with its query", () => {
    expect(safePath("/inbox/open?account=3#top")).toBe("/inbox/open?account=3#top");
  });

  it("leads nowhere else", () => {
    const strangers = [
      "https://evil.test/",
      "//evil.test",
      "/\\evil.test",
      "/\t/evil.test",
      "javascript:alert(1)",
      "",
      undefined,
    ];
    expect(strangers.map(safePath)).toEqual(strangers.map(() => "/"));
  });

  it("does not lead back to the sign-in page", () => {
    expect(safePath("/sign-in?next=/inbox")).toBe("/");
  });
});
