import { listFolderRows } from "#db/queries/accounts/folders";
import { foldersBelow, markFolder } from "#db/queries/outbox/folder-acts";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { liesBelow, namespaceOf, parentPathOf } from "#lib/mail/folder-path";
import { pathForName } from "./name-folder.ts";
import { refuseForInbox, requireChangeableFolder } from "./require-folder.ts";
import { wishForFolder } from "./wish-for-folder.ts";

export type NewPlace = { name?: string | undefined; parentId?: number | null | undefined };

/** Gives a folder another name, another place, or both; all that lie in it go along. */
export async function renameFolder(agent: Agent, folderId: number, { name, parentId }: NewPlace): Promise<void> {
  await wishForFolder(async (tx) => {
    const { folder, account } = await requireChangeableFolder(tx, agent, folderId);
    refuseForInbox(folder);
    const all = await listFolderRows(tx, account.id);
    const parentPath = parentPathOf(folder, namespaceOf(all));
    const parent = parentId === undefined ? all.find((one) => one.path === parentPath)?.id : parentId;
    const place = all.find((one) => one.id === parent);
    if (place && (place.id === folder.id || liesBelow(place.path, folder)))
      throw new AppError("conflict", "A folder cannot lie in itself.");
    const isSame = (name ?? folder.name) === folder.name && (place?.path ?? undefined) === parentPath;
    if (isSame) return null;
    const others = all.filter((one) => one.id !== folder.id);
    const { path: toPath } = pathForName(others, name ?? folder.name, parent ?? null);
    for (const one of await foldersBelow(tx, account.id, folder.path, folder.delimiter)) {
      const pendingPath = toPath + one.path.slice(folder.path.length);
      await markFolder(tx, one.id, { pendingAct: "rename", pendingPath, actFailure: "" });
    }
    return { account, payload: { kind: "rename-folder", folderId, toPath } };
  });
}
