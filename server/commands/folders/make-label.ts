import { listFolderRows } from "#db/queries/accounts/folders";
import type { LabelFolder } from "#db/queries/labels/labels-of-account";
import { wishOperation } from "#db/queries/outbox/wish-operations";
import { insertFolder } from "#db/queries/sync/folders";
import type { Act } from "../conversations/act-on-conversation.ts";

/**
 * A label of Gmail's that is to be there before mail carries it.
 * @returns undefined where a folder has that name and is no label at the moment
 */
export async function makeLabel(
  { tx, at, changed }: Pick<Act, "tx" | "at" | "changed">,
  account: { id: number; inboxId: number },
  label: string,
): Promise<LabelFolder | undefined> {
  const accountId = account.id;
  const listed = await listFolderRows(tx, accountId);
  if (listed.some(({ path }) => path.toLowerCase() === label.toLowerCase())) return undefined;
  const { delimiter } = listed[0] ?? { delimiter: "/" };
  const name = delimiter === "" ? label : (label.split(delimiter).at(-1) ?? label);
  const role = { role: "none" as const, roleSource: "none" as const, isPrimary: false };
  const pending = { pendingAct: "create" as const, selectable: false };
  const made = { accountId, path: label, name, delimiter, label, createdAt: at, ...role, ...pending };
  const { id } = await insertFolder(tx, made);
  const payload = { kind: "create-folder" as const, folderId: id };
  await wishOperation(tx, { accountId, messageId: null, payload, priority: 1, notBefore: at, createdAt: at });
  changed({ type: "outbox.wished", accountId, inboxIds: [] });
  changed({ type: "folder.changed", folderId: id, accountId, inboxIds: [account.inboxId] });
  return { id, accountId, label, name };
}
