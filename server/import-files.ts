import { rm, stat } from "node:fs/promises";
import { dataPath } from "./data-dir.ts";

/** Where a file that is to be imported lies, as far as it has been uploaded. */
export const importPath = (transferId: number) => dataPath("imports", `${transferId}.upload`);

export async function importedBytes(transferId: number): Promise<number> {
  return stat(importPath(transferId)).then(
    ({ size }) => size,
    () => 0,
  );
}

export async function removeImportFile(transferId: number): Promise<void> {
  await rm(importPath(transferId), { force: true });
}
