import { countActiveAdmins } from "#db/queries/agents/agents";
import { store } from "#server/store";

/** Whether the printed setup link still waits for the first admin. */
export async function needsSetup(): Promise<boolean> {
  return (await countActiveAdmins(store().read)) === 0;
}
