import { changeLabels } from "#db/queries/labels/write-labels";
import type { LabelFolder } from "#db/queries/labels/labels-of-account";
import type { ActPlace } from "#db/queries/conversations/act-places";
import { wishOperations } from "#db/queries/outbox/wish-operations";
import type { Act } from "./act-on-conversation.ts";

export type LabelWish = { place: ActPlace; add: LabelFolder[]; remove: LabelFolder[] };

/** Shown at once; carried to the server by the outbox, after whatever was wished for the message before. */
export async function wishLabels(
  { tx, at, changed }: Pick<Act, "tx" | "at" | "changed">,
  wishes: readonly LabelWish[],
): Promise<void> {
  const names = (folders: LabelFolder[]) => folders.map(({ label }) => label);
  const ids = (folders: LabelFolder[]) => folders.map(({ id }) => id);
  await wishOperations(
    tx,
    wishes.map(({ place: { accountId, messageId, placementId }, add, remove }) => ({
      accountId,
      messageId,
      placementId,
      payload: { kind: "store-labels", addFolderIds: ids(add), removeFolderIds: ids(remove) },
      priority: 1,
      notBefore: at,
      createdAt: at,
    })),
  );
  for (const { place, add, remove } of wishes)
    changeLabels(tx, [place.placementId], { add: names(add), remove: names(remove) });
  for (const accountId of new Set(wishes.map(({ place }) => place.accountId)))
    changed({ type: "outbox.wished", accountId, inboxIds: [] });
}
