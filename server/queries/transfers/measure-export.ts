import { statfs } from "node:fs/promises";
import { exportableAccountIds, exportFolders, exportSize } from "#db/queries/transfers/export-folders";
import type { ExportSize, ExportSizeQuery } from "#lib/contracts/transfer";
import type { Agent } from "../../auth/agent.ts";
import { dataPath } from "../../data-dir.ts";
import { AppError } from "../../errors.ts";
import { store } from "../../store.ts";

/** How much an export of this would hold, and what of it has to be fetched first. */
export async function measureExport(agent: Agent, { scope, id }: ExportSizeQuery): Promise<ExportSize> {
  const db = store().read;
  const allowed = await exportableAccountIds(db, agent);
  const accountIds = scope === "account" ? allowed.filter((accountId) => accountId === id) : allowed;
  const folders = await exportFolders(db, accountIds, scope === "folder" ? [id ?? 0] : null);
  if (scope !== "everything" && folders.length === 0) throw new AppError("not_found", "There is no such mail.");
  const size = exportSize(
    db,
    folders.map((folder) => folder.id),
  );
  const { bavail, bsize } = await statfs(dataPath());
  return { mailCount: 0, bytes: 0, missingCount: 0, missingBytes: 0, ...size, freeBytes: bavail * bsize };
}
