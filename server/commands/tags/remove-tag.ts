import { deleteTag } from "#db/queries/conversations/tag-rows";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";

/** It comes off every conversation. */
export async function removeTag(tagId: number): Promise<void> {
  await commit(async (tx, changed) => {
    if (!(await deleteTag(tx, tagId))) throw new AppError("not_found", "There is no such tag.");
    changed({ type: "tag.changed", tagId });
  });
}
