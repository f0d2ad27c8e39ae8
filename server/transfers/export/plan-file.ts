import { mkdir, open, readFile } from "node:fs/promises";
import { z } from "zod";
import { folderRoles } from "#lib/contracts/vocabulary";
import { exportWorkPath } from "../../export-files.ts";

/** The folders of an export, in the order in which they are written, with their names in the archive. */
const ExportPlan = z.object({
  folders: z.array(
    z.object({
      id: z.number().int(),
      accountId: z.number().int(),
      accountName: z.string(),
      path: z.string(),
      delimiter: z.string(),
      role: z.enum(folderRoles),
      name: z.string(),
      mailCount: z.number().int(),
    }),
  ),
});
export type ExportPlan = z.infer<typeof ExportPlan>;
export type PlannedFolder = ExportPlan["folders"][number];

/** Durable when it returns: what comes later goes by it, even when folders are renamed meanwhile. */
export async function keepPlan(transferId: number, plan: ExportPlan): Promise<void> {
  await mkdir(exportWorkPath(transferId), { recursive: true, mode: 0o700 });
  const file = await open(exportWorkPath(transferId, "plan.json"), "w", 0o600);
  try {
    await file.writeFile(JSON.stringify(plan));
    await file.sync();
  } finally {
    await file.close();
  }
}

export async function readPlan(transferId: number): Promise<ExportPlan> {
  return ExportPlan.parse(JSON.parse(await readFile(exportWorkPath(transferId, "plan.json"), "utf8")));
}
