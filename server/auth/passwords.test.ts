import { describe, expect, it } from "vitest";
import { dummyHash, hashPassword, isPassword } from "./passwords.ts";

describe("passwords", () => {
  it("are kept as argon2id with 64 MB and three passes", async () => {
    expect(await hashPassword("correct horse battery")).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  });

  it("open with the same letters and with nothing else", async () => {
    const hash = await hashPassword("Grüße an alle 12");
    expect(await isPassword("Grüße an alle 12".normalize("NFD"), hash)).toBe(true);
    expect(await isPassword("Grüße an alle 13", hash)).toBe(false);
    expect(await isPassword("", hash)).toBe(false);
  });

  it("never match where there is no hash, at the same cost", async () => {
    const costOf = (hash: string) => hash.split("$").slice(0, 4).join("$");
    expect(costOf(dummyHash)).toBe(costOf(await hashPassword("any")));
    expect(await isPassword("anything", null)).toBe(false);
  });

  it("wait for each other beyond four, and all get their answer", async () => {
    const hash = await hashPassword("one");
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => isPassword(n % 2 ? "one" : "two", hash)));
    expect(answers).toEqual(Array.from({ length: 12 }, (_, n) => n % 2 === 1));
  });
});
