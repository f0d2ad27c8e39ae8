import { appendFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readZip } from "../../../testing/read-zip.ts";
import { emptyZip, GrowingZip } from "./growing-zip.ts";
import { centralRecord, endRecords } from "./records.ts";

const at = new Date("2024-03-01T03:04:06Z");

describe("an archive that grows", () => {
  it("goes on where it was, whatever was written behind that before it died", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zip-"));
    const [zipPath, directoryPath, finalPath] = [join(folder, "zip"), join(folder, "directory"), join(folder, "a.zip")];
    const first = await GrowingZip.open(zipPath, directoryPath, emptyZip);
    await first.addFile("one.txt", Buffer.from("one"), at);
    await first.begin("long.txt", at);
    await first.append(Buffer.from("begins, "));
    const place = await first.sync();
    await first.append(Buffer.from("and this is lost"));
    await first.end();
    await first.addFile("lost.txt", Buffer.from("lost"), at);
    await first.close();
    await appendFile(zipPath, "half a wri");

    const second = await GrowingZip.open(zipPath, directoryPath, structuredClone(place));
    await second.append(Buffer.from("goes on, "));
    await second.append(Buffer.from("ends"));
    await second.end();
    await second.addFile("empty/", Buffer.alloc(0), at);
    await second.finish(zipPath, finalPath);
    await second.close();
    const files = await readZip(finalPath);
    expect([...files].map(([name, { content }]) => [name, content.toString()])).toEqual([
      ["one.txt", "one"],
      ["long.txt", "begins, goes on, ends"],
      ["empty/", ""],
    ]);
    expect(files.get("one.txt")?.at).toEqual(at);
  });

  it("refuses files that are not the ones it left", async () => {
    const folder = await mkdtemp(join(tmpdir(), "zip-"));
    const place = { ...emptyZip, zipBytes: 100 };
    await expect(GrowingZip.open(join(folder, "zip"), join(folder, "directory"), place)).rejects.toThrow();
  });
});

describe("the records of an archive", () => {
  const entry = { name: "a", at, method: 8, crc: 1, packedBytes: 5, isStreamed: true } as const;

  it("tell sizes and places beyond 32 bits in their extra field, in the order of the standard", () => {
    const record = centralRecord({ ...entry, rawBytes: 5_000_000_000, headerAt: 6_000_000_000 });
    expect([record.readUInt32LE(20), record.readUInt32LE(24), record.readUInt32LE(42)]).toEqual([0xffffffff, 0xffffffff, 0xffffffff]); // prettier-ignore
    const extra = record.subarray(47);
    expect([extra.readUInt16LE(0), extra.readUInt16LE(2)]).toEqual([1, 24]);
    expect([4, 12, 20].map((place) => Number(extra.readBigUInt64LE(place)))).toEqual([5_000_000_000, 5, 6_000_000_000]);
  });

  it("count entries beyond 16 bits in the 64-bit end alone", () => {
    const end = endRecords(70_000, 9, 6_000_000_000);
    expect([Number(end.readBigUInt64LE(24)), Number(end.readBigUInt64LE(48))]).toEqual([70_000, 6_000_000_000]);
    expect([end.readUInt16LE(76 + 8), end.readUInt32LE(76 + 16)]).toEqual([0xffff, 0xffffffff]);
  });
});
