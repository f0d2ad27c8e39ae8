import { describe, expect, it } from "vitest";
import { newMessageId } from "./own-message-id.ts";

describe("our Message-IDs", () => {
  it("cannot be guessed, and say nothing but who sends", () => {
    const ids = Array.from({ length: 100 }, () => newMessageId("Acme.test"));
    expect(new Set(ids).size).toBe(100);
    // 128 bits.
    for (const id of ids) expect(id).toMatch(/^[\w-]{22}@acme\.test$/);
  });

  it("keep line ends and spaces of a domain out of the header", () => {
    expect(newMessageId("acme.test>\r\nBcc: x")).toMatch(/@acme\.testbccx$/);
    expect(newMessageId("")).toMatch(/@localhost$/);
  });
});
