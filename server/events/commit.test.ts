import { describe, expect, it } from "vitest";
import { changesAfter, latestSeq } from "#db/queries/changes";
import { tags } from "#db/schema/index";
import { store } from "../store.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { commit } from "./commit.ts";
import { doorbell } from "./doorbell.ts";

const addTag = (name: string) =>
  commit(async (tx, changed) => {
    const [row] = await tx.insert(tags).values({ name, createdAt: new Date() }).returning({ id: tags.id });
    changed({ type: "tag.changed", tagId: row?.id ?? 0 });
  });

describe("commit", () => {
  useFreshStore();

  it("stores rows and what happened together, then rings", async () => {
    const rung = doorbell().next(5000);
    await addTag("Urgent");
    await rung;
    expect(await store().read.select({ name: tags.name }).from(tags)).toEqual([{ name: "Urgent" }]);
    expect(await changesAfter(store().read, 0, 10)).toEqual([{ seq: 1, data: { type: "tag.changed", tagId: 1 } }]);
  });

  it("leaves nothing behind when the work fails, and goes on afterwards", async () => {
    const failing = commit(async (tx, changed) => {
      await tx.insert(tags).values({ name: "Lost", createdAt: new Date() });
      changed({ type: "tag.changed", tagId: 1 });
      throw new Error("on purpose");
    });
    await expect(failing).rejects.toThrow("on purpose");
    await addTag("Kept");
    expect(await store().read.select({ name: tags.name }).from(tags)).toEqual([{ name: "Kept" }]);
    expect(await latestSeq(store().read)).toBe(1);
  });

  it("tells the same thing once", async () => {
    await commit(async (_tx, changed) => {
      changed({ type: "workspace.changed" });
      changed({ type: "workspace.changed" });
    });
    expect(await changesAfter(store().read, 0, 10)).toHaveLength(1);
  });

  it("runs two hundred writers one after the other, all of them", async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => addTag(`tag ${index}`)));
    expect(await latestSeq(store().read)).toBe(200);
  });

  it("gives readers a connection that cannot write", async () => {
    await expect(async () => store().read.insert(tags).values({ name: "x", createdAt: new Date() })).rejects.toThrow(
      /readonly|query/i,
    );
  });

  it("opens every connection so that what is acknowledged survives a power cut", () => {
    expect(store().read.$client.pragma("synchronous", { simple: true })).toBe(2);
    expect(store().read.$client.pragma("journal_mode", { simple: true })).toBe("wal");
  });
});
