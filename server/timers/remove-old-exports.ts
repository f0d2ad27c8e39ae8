import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { transfersWithFiles } from "#db/queries/transfers/transfers";
import { now } from "../clock.ts";
import { dataPath } from "../data-dir.ts";
import { removeExportFiles } from "../export-files.ts";
import { store } from "../store.ts";

/** Removes files of exports that have had their seven days, were cancelled, or that no export knows of any more. */
export async function removeOldExports(): Promise<void> {
  if (!existsSync(dataPath("exports"))) return;
  const names = await readdir(dataPath("exports"));
  const ids = [...new Set(names.map((name) => Number.parseInt(name, 10)).filter((id) => id > 0))];
  const kept = new Set(await transfersWithFiles(store().read, ids, now()));
  for (const id of ids) if (!kept.has(id)) await removeExportFiles(id);
}
