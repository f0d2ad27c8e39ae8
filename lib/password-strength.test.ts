import { describe, expect, it } from "vitest";
import { passwordStrength } from "./password-strength.ts";

describe("passwordStrength", () => {
  it("asks for twelve characters first", () => {
    expect(passwordStrength("Tr0ub4dor&3")).toBe("short");
  });

  it("is not fooled by repeats, runs or what everybody knows", () => {
    expect(passwordStrength("aaaaaaaaaaaaaaaa")).toBe("weak");
    expect(passwordStrength("abababababababab")).toBe("weak");
    expect(passwordStrength("password123456789")).toBe("weak");
    expect(passwordStrength("AdaKern-northwind1", ["Ada Kern", "ada@northwind.test"])).toBe("weak");
  });

  it("likes a few words, whatever they are made of", () => {
    expect(passwordStrength("copper lantern winter")).toBe("strong");
    expect(passwordStrength("blue kettles")).toBe("fair");
  });
});
