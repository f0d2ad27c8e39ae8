import { describe, expect, it } from "vitest";
import { hasBlob, keepBlob, readBlob } from "./blobs.ts";
import { useFreshStore } from "./testing/fresh-store.ts";

describe("blobs", () => {
  useFreshStore();

  it("keeps content byte for byte under its hash, once", async () => {
    const content = Buffer.from([0, 255, 13, 10, 0]);
    const hash = await keepBlob(content);
    expect(await keepBlob(Buffer.from(content))).toBe(hash);
    expect(await readBlob(hash)).toEqual(content);
  });

  it("survives being given the same content many times at once", async () => {
    const hashes = await Promise.all(Array.from({ length: 20 }, () => keepBlob(Buffer.from("same"))));
    expect(new Set(hashes).size).toBe(1);
  });

  it("refuses a name that could be a path", async () => {
    await expect(hasBlob("../../secret.key")).rejects.toThrow("Not a blob's name.");
  });
});
