import { exportableAccountIds, findExporter } from "#db/queries/transfers/export-folders";
import { store } from "../../store.ts";

/** Whether who asked may still take that account's mail out: rights count as they are, not as they were. */
export async function mayExport(askedById: number | null, accountId: number): Promise<boolean> {
  const asker = await findExporter(store().read, askedById);
  return asker !== undefined && (await exportableAccountIds(store().read, asker)).includes(accountId);
}
