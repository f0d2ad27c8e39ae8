import { describe, expect, it } from "vitest";
import { useFreshStore } from "../testing/fresh-store.ts";
import { newMessageId, readOwnMessageId } from "./own-message-id.ts";

describe("our Message-IDs", () => {
  useFreshStore();

  it("say which conversation they belong to", () => {
    const id = newMessageId(42, "Acme.test");
    expect(id).toMatch(/^42\..+@acme\.test$/);
    expect(readOwnMessageId(id)).toBe(42);
    expect(readOwnMessageId(`<${id}>`)).toBe(42);
    expect(newMessageId(42, "acme.test")).not.toBe(id);
  });

  it("are refused when somebody made or changed them", () => {
    const id = newMessageId(42, "acme.test");
    const flipped = id.replace(/\.(\w)/, (_, char: string) => `.${char === "A" ? "B" : "A"}`);
    for (const forged of [id.replace("42.", "43."), flipped, "42.AAAAAAAAAAAA.AAAAAAAAAAAAAAAAAAAAAA@acme.test", "abc@x", "", `${id}@evil`])
      expect(readOwnMessageId(forged)).toBeNull();
  }); // prettier-ignore
});
