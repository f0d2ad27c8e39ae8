import { describe, expect, it } from "vitest";
import { allTags } from "#db/queries/conversations/tag-rows";
import { changes, conversationTags } from "#db/schema/index";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { removeTag } from "./remove-tag.ts";
import { saveTag } from "./save-tag.ts";

describe("tags", () => {
  useFreshStore();

  it("are made, renamed and listed by name", async () => {
    const { id } = await saveTag(null, { name: "vip", color: 1 });
    await saveTag(null, { name: "Billing", color: 0 });
    await saveTag(id, { name: "Angry", color: 2 });
    expect((await allTags(store().read)).map((tag) => tag.name)).toEqual(["Angry", "Billing"]);
    expect((await store().read.select().from(changes)).map((row) => row.type)).toEqual(Array(3).fill("tag.changed"));
  });

  it("have a name of their own, whatever its case", async () => {
    const { id } = await saveTag(null, { name: "VIP", color: 0 });
    await expect(saveTag(null, { name: "vip", color: 0 })).rejects.toMatchObject({ code: "conflict" });
    await saveTag(id, { name: "vip", color: 3 });
    await expect(saveTag(99, { name: "other", color: 0 })).rejects.toMatchObject({ code: "not_found" });
  });

  it("come off every conversation when they go", async () => {
    const tag = await build.tag();
    const { conversationId } = await build.message();
    await store().write(async (tx) => tx.insert(conversationTags).values({ conversationId, tagId: tag.id }));
    await removeTag(tag.id);
    expect(await store().read.select().from(conversationTags)).toEqual([]);
    await expect(removeTag(tag.id)).rejects.toMatchObject({ code: "not_found" });
  });
});
