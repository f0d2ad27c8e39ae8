import { describe, expect, it } from "vitest";
import { deviceOf } from "./device-of.ts";
import { en } from "#lib/strings/en";

describe("deviceOf", () => {
  it("names browser and system, although every browser names others too", () => {
    const edge =
      "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0";
    const phone =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Mobile Safari/604.1";
    expect(deviceOf(en, edge)).toBe("Edge on Windows");
    expect(deviceOf(en, phone)).toBe("Safari on iPhone");
    expect(deviceOf(en, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe(
      "Firefox on Linux",
    );
  });

  it("shows what it does not know as it is", () => {
    expect(deviceOf(en, "my-script/1.0")).toBe("my-script/1.0");
    expect(deviceOf(en, "")).toBe("Unknown device");
  });
});
