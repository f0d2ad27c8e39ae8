import { describe, expect, it } from "vitest";
import { exportFolders, exportSize } from "#db/queries/transfers/export-folders";
import { placementsBehind } from "#db/queries/transfers/export-items";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";

describe("what an export lists", () => {
  useFreshStore();

  it("is on Gmail each mail once, where it lies, and a label's mail when that label is named", async () => {
    const account = await build.account();
    const all = await build.folder({ accountId: account.id, path: "All Mail", role: "all", holdsLabels: true });
    const label = await build.folder({ accountId: account.id, path: "Travel", label: "Travel" });
    const [kept, other] = [await build.message({ sizeBytes: 10 }), await build.message({ sizeBytes: 7 })];
    const placement = await build.placement({ folderId: all.id, messageId: kept.id, uid: 1, labels: ["Travel"] });
    await build.placement({ folderId: all.id, messageId: other.id, uid: 2 });
    const db = store().read;
    const idsOf = async (folderIds: number[] | null) =>
      (await exportFolders(db, [account.id], folderIds)).map(({ id }) => id);
    expect(await idsOf(null)).toEqual([all.id]);
    expect(await idsOf([label.id])).toEqual([label.id]);
    const start = { generation: 0, uid: 0 };
    expect(placementsBehind(db, all, start, 10)).toHaveLength(2);
    expect(placementsBehind(db, label, start, 10).map(({ id }) => id)).toEqual([placement.id]);
    expect(exportSize(db, [all.id])).toMatchObject({ mailCount: 2, bytes: 17 });
    expect(exportSize(db, [label.id])).toMatchObject({ mailCount: 1, bytes: 10, missingCount: 1 });
  });
});
