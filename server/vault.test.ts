import { describe, expect, it } from "vitest";
import { useFreshStore } from "./testing/fresh-store.ts";
import { isSigned, seal, sign, unseal } from "./vault.ts";

describe("the vault", () => {
  useFreshStore();

  it("opens what it sealed, in its place", () => {
    expect(unseal("accounts:secret:7", seal("accounts:secret:7", "correct horse"))).toBe("correct horse");
  });

  it("seals the same secret differently every time", () => {
    expect(seal("a", "same")).not.toBe(seal("a", "same"));
  });

  it("does not open a value that was moved to another row", () => {
    const sealed = seal("accounts:secret:7", "correct horse");
    expect(() => unseal("accounts:secret:8", sealed)).toThrow();
  });

  it("does not open a value that was changed", () => {
    const [version, nonce, tag, sealed] = seal("a", "secret").split(".");
    const bent = Buffer.from(sealed ?? "", "base64url");
    bent[0] = (bent[0] ?? 0) ^ 1;
    expect(() => unseal("a", [version, nonce, tag, bent.toString("base64url")].join("."))).toThrow();
  });

  it("knows its own signature and no other", () => {
    const signature = sign("message-id", "12.abc");
    expect(isSigned("message-id", "12.abc", signature)).toBe(true);
    expect(isSigned("message-id", "13.abc", signature)).toBe(false);
    expect(isSigned("image", "12.abc", signature)).toBe(false);
    expect(isSigned("message-id", "12.abc", "")).toBe(false);
  });

  it("signs each text for each purpose in its own way", () => {
    const signatures = [sign("images", "12.abc"), sign("images", "13.abc"), sign("others", "12.abc")];
    expect(new Set(signatures).size).toBe(3);
    expect(sign("images", "12.abc")).toBe(signatures[0]);
  });
});
