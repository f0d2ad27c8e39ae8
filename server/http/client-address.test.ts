import { describe, expect, it } from "vitest";
import { clientAddress, trustedForwardedFor } from "./client-address.ts";

describe("the caller's address", () => {
  it("is the peer's unless the peer is a proxy we were told of", () => {
    expect(trustedForwardedFor("203.0.113.9", "1.2.3.4", [])).toBe("203.0.113.9");
    expect(trustedForwardedFor("203.0.113.9", "1.2.3.4", ["10.0.0.0/8", "::1"])).toBe("203.0.113.9");
    expect(trustedForwardedFor("10.1.2.3", "1.2.3.4", ["10.0.0.0/8"])).toBe("1.2.3.4");
    expect(trustedForwardedFor("::ffff:10.1.2.3", "1.2.3.4", ["10.0.0.0/8"])).toBe("1.2.3.4");
    expect(trustedForwardedFor("10.1.2.3", undefined, ["10.0.0.0/8"])).toBe("10.1.2.3");
    expect(trustedForwardedFor("", "1.2.3.4", ["10.0.0.0/8"])).toBe("");
  });

  it("is the last hop: what came before it, anybody could have written", () => {
    expect(clientAddress(new Headers({ "x-forwarded-for": "6.6.6.6, 1.2.3.4" }))).toBe("1.2.3.4");
    expect(clientAddress(new Headers())).toBe("unknown");
  });
});
