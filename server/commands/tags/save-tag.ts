import { addTag, changeTag, findTagNamed } from "#db/queries/conversations/tag-rows";
import type { SaveTag, Tag } from "#lib/contracts/conversation";
import { now } from "../../clock.ts";
import { AppError } from "../../errors.ts";
import { commit } from "../../events/commit.ts";

/** @param tagId the one to change; null makes a new one */
export async function saveTag(tagId: number | null, tag: SaveTag): Promise<Tag> {
  return commit(async (tx, changed) => {
    const namesake = await findTagNamed(tx, tag.name);
    if (namesake !== undefined && namesake !== tagId)
      throw new AppError("conflict", "There is a tag of this name already.");
    const id = tagId ?? (await addTag(tx, { ...tag, createdAt: now() }));
    if (tagId !== null && !(await changeTag(tx, tagId, tag))) throw new AppError("not_found", "There is no such tag.");
    changed({ type: "tag.changed", tagId: id });
    return { id, ...tag };
  });
}
