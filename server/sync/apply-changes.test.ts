import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { folderById } from "#db/queries/sync/folders";
import { deleteMissingPlacements } from "#db/queries/sync/placements";
import { conversationInboxes, messages, operations, placements } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { headerRow } from "#server/testing/header-row";
import { syncContext, takeIn } from "#server/testing/take-in";
import { isMassVanish } from "./apply-vanished.ts";
import { recordFlags, recordVanished } from "./record.ts";
import { usualTiming } from "./timing.ts";

useFreshStore();

async function folderOfThree() {
  const account = await build.account();
  const made = await build.folder({ accountId: account.id });
  await takeIn(
    made.id,
    [1, 2, 3].map((uid) => headerRow({ uid, id: `${uid}@c.test` })),
  );
  const folder = await folderById(store().read, made.id);
  if (!folder) throw new Error("The folder was just made.");
  return { account, folder, context: await syncContext(account.id) };
}

const placed = () => store().read.select().from(placements).orderBy(asc(placements.uid));
const flag = (uid: number, flags: string[]) => ({ uid, flags, modseq: 9n });

describe("flags that the server tells", () => {
  it("are taken over, keywords as they are spelled", async () => {
    const { folder, context } = await folderOfThree();
    await recordFlags(context, folder, [flag(2, ["\\SEEN", "Todo", "$Label1"]), flag(99, ["\\Seen"])]);
    expect(await placed()).toMatchObject([
      { seen: false },
      { seen: true, keywords: ["$Label1", "Todo"], modseq: 9n },
      { seen: false },
    ]);
    const [listed] = await store()
      .read.select()
      .from(conversationInboxes)
      .where(eq(conversationInboxes.conversationId, 2));
    expect(listed?.unseenCount).toBe(0);
  });

  it("do not undo what an agent has just done and the server does not know yet", async () => {
    const { account, folder, context } = await folderOfThree();
    const [first] = await placed();
    if (!first) throw new Error("There are three.");
    await store().write(async (tx) => tx.update(placements).set({ seen: true }).where(eq(placements.id, first.id)));
    const wish = await build.operation({
      accountId: account.id,
      placementId: first.id,
      kind: "store-flags",
      payload: { kind: "store-flags", add: ["\\Seen"], remove: [] },
    });
    await recordFlags(context, folder, [flag(1, ["\\Flagged"])]);
    expect((await placed())[0]).toMatchObject({ seen: true, flagged: true });
    await store().write(async (tx) => tx.update(operations).set({ state: "done" }).where(eq(operations.id, wish.id)));
    await recordFlags(context, folder, [flag(1, ["\\Flagged"])]);
    expect((await placed())[0]).toMatchObject({ seen: false, flagged: true });
  });
});

describe("what vanishes", () => {
  it("goes out of sight at once and is removed after a grace", async () => {
    const { account, folder, context } = await folderOfThree();
    await recordVanished(context, folder, [2, 77]);
    expect((await placed()).map((row) => row.missingSince !== null)).toEqual([false, true, false]);
    expect(await folderById(store().read, folder.id)).toMatchObject({ storedCount: 2 });
    expect(await store().read.$count(conversationInboxes)).toBe(2);
    const sweep = (before: Date) => store().write((tx) => deleteMissingPlacements(tx, account.id, before, 10));
    expect(await sweep(new Date(0))).toBe(0);
    expect(await sweep(new Date(Date.now() + 1000))).toBe(1);
    expect(await placed()).toHaveLength(2);
  });

  it("and turns up in another folder was moved: the same message, the same conversation", async () => {
    const { account, folder, context } = await folderOfThree();
    const archive = await build.folder({ accountId: account.id, role: "archive" });
    await recordVanished(context, folder, [2]);
    await takeIn(archive.id, [headerRow({ uid: 1, id: "2@c.test" })]);
    expect(await store().read.$count(messages)).toBe(3);
    expect(await store().read.$count(conversationInboxes)).toBe(3);
  });

  it("while an agent moves it is left to the move", async () => {
    const { account, folder, context } = await folderOfThree();
    const [, second] = await placed();
    const archive = await build.folder({ accountId: account.id, role: "archive" });
    await build.operation({
      accountId: account.id,
      placementId: second?.id ?? null,
      kind: "move",
      payload: { kind: "move", toFolderId: archive.id },
    });
    expect(await recordVanished(context, folder, [2, 3])).toEqual([2]);
    expect((await placed()).map((row) => row.missingSince !== null)).toEqual([false, false, true]);
  });

  describe("after an agent has moved it to where nobody can tell", () => {
    async function movedAway(settledAt: Date) {
      const { account, folder, context } = await folderOfThree();
      const [, second] = await placed();
      const archive = await build.folder({ accountId: account.id, role: "archive" });
      const wish = { kind: "move", state: "done", payload: { kind: "move", toFolderId: archive.id } } as const;
      await build.operation({ ...wish, accountId: account.id, placementId: second?.id ?? null, settledAt });
      await store().write(async (tx) =>
        tx
          .update(placements)
          .set({ movingToFolderId: archive.id })
          .where(eq(placements.id, second?.id ?? 0)),
      );
      return { folder, context, archive };
    }

    it("is shown there until it is seen there", async () => {
      const { folder, context, archive } = await movedAway(new Date());
      expect(await recordVanished(context, folder, [2])).toEqual([2]);
      await takeIn(archive.id, [headerRow({ uid: 1, id: "2@c.test" })]);
      expect(await recordVanished(context, folder, [2])).toEqual([]);
      const left = (await placed()).find((row) => row.uid === 2);
      expect(left).toMatchObject({ missingSince: expect.any(Date), movingToFolderId: null });
      expect(await folderById(store().read, folder.id)).toMatchObject({ storedCount: 2 });
    });

    it("goes when the grace has passed: somebody else was faster", async () => {
      const { folder, context } = await movedAway(new Date(Date.now() - usualTiming.graceMs - 1000));
      expect(await recordVanished(context, folder, [2])).toEqual([]);
      expect((await placed()).map((row) => row.missingSince !== null)).toEqual([false, true, false]);
    });
  });

  it("all at once, or a large part of it, is not believed unseen", () => {
    expect(isMassVanish(50, 1000)).toBe(false);
    expect(isMassVanish(201, 1000)).toBe(true);
    expect(isMassVanish(51, 100)).toBe(true);
    expect(isMassVanish(3, 3)).toBe(true);
    expect(isMassVanish(2, 3)).toBe(false);
    expect(isMassVanish(0, 0)).toBe(false);
  });
});
