import { rm } from "node:fs/promises";
import { dataPath } from "./data-dir.ts";

/** Where exports lie: `<id>.zip` when it is whole, and what it is made of until then in a folder. */
export const exportPath = (transferId: number) => dataPath("exports", `${transferId}.zip`);
export const exportWorkPath = (transferId: number, ...names: string[]) =>
  dataPath("exports", `${transferId}.part`, ...names);

export async function removeExportFiles(transferId: number): Promise<void> {
  await rm(exportPath(transferId), { force: true });
  await removeExportWork(transferId);
}

export async function removeExportWork(transferId: number): Promise<void> {
  await rm(exportWorkPath(transferId), { recursive: true, force: true });
}
