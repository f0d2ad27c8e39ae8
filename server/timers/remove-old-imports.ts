import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { transfersWithFiles } from "#db/queries/transfers/transfers";
import { now } from "../clock.ts";
import { dataPath } from "../data-dir.ts";
import { removeImportFile } from "../import-files.ts";
import { store } from "../store.ts";

/** Removes files that were to be imported by what has ended, or that no import knows of any more. */
export async function removeOldImports(): Promise<void> {
  if (!existsSync(dataPath("imports"))) return;
  const names = await readdir(dataPath("imports"));
  const ids = names.map((name) => Number.parseInt(name, 10)).filter((id) => id > 0);
  const kept = new Set(await transfersWithFiles(store().read, ids, now()));
  for (const id of ids) if (!kept.has(id)) await removeImportFile(id);
}
