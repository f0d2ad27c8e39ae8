import { readdir, rename, utimes, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { messages, messageSources } from "#db/schema/index";
import { blobPath, hasBlob, keepBlob, readBlob, removeBlob } from "../blobs.ts";
import { now, useClock } from "../clock.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { sweepBlobs } from "./sweep-blobs.ts";

useFreshStore();

/** Sweeps as the hours go by. */
async function atHours(...hours: number[]): Promise<void> {
  const start = now().getTime();
  for (const hour of hours) {
    const restore = useClock({ now: () => new Date(start + hour * 3_600_000) });
    await sweepBlobs().finally(restore);
  }
}

const old = new Date("2020-01-01T00:00:00Z");
const kept = async (text: string) => {
  const hash = await keepBlob(Buffer.from(text));
  await utimes(blobPath(hash), old, old);
  return hash;
};

describe("content in blobs/", () => {
  it("goes a day after nothing refers to it any more, and not before", async () => {
    const hash = await kept("nobody's");
    await atHours(0, 23);
    expect(await hasBlob(hash)).toBe(true);
    await atHours(25);
    expect(await hasBlob(hash)).toBe(false);
  });

  it("stays as long as anything refers to it", async () => {
    const [source, own, file, sent] = [await kept("1"), await kept("2"), await kept("3"), await kept("4")];
    const placement = await build.placement();
    await store().write(async (tx) => {
      await tx.update(messages).set({ sourceBlob: source }).where(eq(messages.id, placement.messageId));
      const { messageId, accountId } = placement;
      await tx.insert(messageSources).values({ messageId, accountId, blob: own, sizeBytes: 1, createdAt: now() });
    });
    await build.attachment({ messageId: placement.messageId, blob: file });
    await build.send({ sourceBlob: sent });
    const forgotten = await build.message({ sourceBlob: await kept("5") });
    await atHours(0, 25);
    expect(await readBlob(forgotten.sourceBlob ?? "")).toEqual(Buffer.from("5"));
    await store().write(async (tx) => tx.delete(messages).where(eq(messages.id, forgotten.id)));
    await atHours(30, 55);
    expect(await Promise.all([source, own, file, sent, forgotten.sourceBlob ?? ""].map(hasBlob))).toEqual([true, true, true, true, false]); // prettier-ignore
  });

  it("that is referred to again begins its day anew", async () => {
    const hash = await kept("back");
    await atHours(0);
    const message = await build.message({ sourceBlob: hash });
    await atHours(20);
    await store().write(async (tx) => tx.delete(messages).where(eq(messages.id, message.id)));
    await atHours(30, 50);
    expect(await hasBlob(hash)).toBe(true);
    await atHours(55);
    expect(await hasBlob(hash)).toBe(false);
  });

  it("that is kept anew while it is swept away is there afterwards, whoever is first", async () => {
    for (let round = 0; round < 200; round += 1) {
      const hash = await kept("contended");
      const before = new Date(now().getTime() - 3_600_000);
      const keep = async () => keepBlob(Buffer.from("contended"));
      const works = [keep, async () => removeBlob(hash, before), keep];
      await Promise.all((round % 2 === 0 ? works : works.toReversed()).map((work) => work()));
      expect(await readBlob(hash)).toEqual(Buffer.from("contended"));
    }
    expect(await readdir(dirname(blobPath(await kept("contended"))))).toHaveLength(1);
  });

  it("that a kill left half removed is put back, and what was half written goes", async () => {
    const hash = await kept("half");
    const message = await build.message({ sourceBlob: hash });
    const path = blobPath(hash);
    await utimes(path, old, old);
    await rename(path, `${path}.leaving`);
    await writeFile(`${path}.1b4e28ba-2fa1-11d2-883f-0016d3cca427`, "ha");
    await atHours(2);
    expect(await readBlob(message.sourceBlob ?? "")).toEqual(Buffer.from("half"));
    expect(await readdir(dirname(path))).toHaveLength(1);
  });
});
