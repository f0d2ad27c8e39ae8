import { asc, eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, it } from "vitest";
import { folderById } from "#db/queries/sync/folders";
import { folders, messages, placements } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { headerRow } from "#server/testing/header-row";
import { syncContext } from "#server/testing/take-in";
import { recordMessages } from "../record.ts";
import { FolderGone } from "../with-folder.ts";
import { MessagePacker, unpackMessages } from "./pack-messages.ts";
import { prepareMessage } from "./prepare-messages.ts";
import { closeRecorder, isRecorderUp } from "./recorder.ts";

useFreshStore();
beforeEach(() => expect.poll(isRecorderUp, { timeout: 20_000 }).toBe(true));
afterAll(closeRecorder);

/** Newest first, as history is brought, and enough of it to be handed to the recorder. */
const window = Array.from({ length: 250 }, (_, index) => headerRow({ uid: 250 - index, id: `${250 - index}@x.test` }));

async function takeHistory(folderId: number): Promise<void> {
  const folder = await folderById(store().read, folderId);
  if (!folder) throw new Error("There is no such folder.");
  await recordMessages(await syncContext(folder.accountId), folder, {
    rows: window,
    unreadable: [{ uid: 251, reason: "It was not given." }],
    isHistory: true,
    newsSince: null,
    frontier: { backfillFrontier: 1 },
  });
}

const uids = async () =>
  (await store().read.select({ uid: placements.uid }).from(placements).orderBy(asc(placements.uid))).map((r) => r.uid);

it("stores a window of history to its last message", async () => {
  const folder = await build.folder();
  await takeHistory(folder.id);
  expect(await uids()).toEqual(window.map((row) => row.uid).toReversed());
  expect(await folderById(store().read, folder.id)).toMatchObject({
    storedCount: 250,
    backfillFrontier: 1,
    quarantinedCount: 1,
  });
});

it("moves no frontier past a message that cannot be stored", async () => {
  const folder = await build.folder();
  await store().write(async (tx) =>
    tx.$client.exec(
      "create trigger refuse before insert on placements when new.uid = 100 begin select raise(abort, 'Refused.'); end",
    ),
  );
  await expect(takeHistory(folder.id)).rejects.toThrow("Refused.");
  expect(await uids()).toEqual([]);
  expect(await folderById(store().read, folder.id)).toMatchObject({ storedCount: 0, backfillFrontier: null });
  expect(await store().read.$count(messages)).toBe(0);
});

it("stores nothing of a folder that is gone", async () => {
  const folder = await build.folder();
  const context = await syncContext(folder.accountId);
  const known = await folderById(store().read, folder.id);
  await store().write(async (tx) => tx.delete(folders).where(eq(folders.id, folder.id)));
  if (!known) throw new Error("It was there.");
  const batch = { rows: window, unreadable: [], isHistory: true, newsSince: null, frontier: {} };
  await expect(recordMessages(context, known, batch)).rejects.toThrow(FolderGone);
  expect(await uids()).toEqual([]);
});

it("hands messages over as they are", () => {
  const rows = [
    ...window.slice(0, 3),
    { ...headerRow({ uid: 9, id: "ü@x.test" }), modseq: 9_007_199_254_740_993n, labels: ["\\Inbox"], providerMessageId: "M1" },
    { ...headerRow({ uid: 10, id: "empty@x.test" }), headers: Buffer.alloc(0) },
  ]; // prettier-ignore
  const messages = rows.map(prepareMessage);
  const packer = new MessagePacker();
  for (const message of messages) packer.add(message);
  expect(unpackMessages(packer.packed())).toEqual(messages);
});
