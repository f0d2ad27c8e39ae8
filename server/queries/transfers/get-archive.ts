import { findAccountRow } from "#db/queries/accounts/accounts";
import { archiveFolders, findArchive, keptDeleted } from "#db/queries/transfers/archive";
import type { Archive } from "#lib/contracts/archive";
import type { Agent } from "../../auth/agent.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";

/** What an account keeps here, and how far that is. */
export async function getArchive(agent: Agent, accountId: number): Promise<Archive> {
  const db = store().read;
  const setting = (await findAccountRow(db, agent, accountId)) && (await findArchive(db, accountId));
  if (!setting) throw new AppError("not_found", "There is no such account.");
  const folders = archiveFolders(db, accountId);
  const chosen = folders.filter((folder) => folder.isArchived === 1);
  const sum = (of: "totalCount" | "keptCount" | "keptBytes") => chosen.reduce((total, folder) => total + folder[of], 0);
  const deleted = keptDeleted(db, accountId);
  return {
    accountId,
    archived: setting.archived,
    keepsDeleted: setting.keepsDeleted,
    totalCount: sum("totalCount"),
    keptCount: sum("keptCount"),
    keptBytes: sum("keptBytes"),
    deletedCount: deleted.count,
    deletedBytes: deleted.bytes,
    folders: folders.map(({ folderId, path, isArchived, ownWord, totalCount, keptCount }) => ({
      folderId,
      path,
      archived: isArchived === 1,
      archive: ownWord === null ? "as-account" : ownWord === 1 ? "kept" : "not-kept",
      totalCount,
      keptCount,
    })),
  };
}
