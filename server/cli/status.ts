import { statSync } from "node:fs";
import { operationCounts, quarantineCount, sendCounts } from "#db/queries/row-counts";
import { dataPath } from "../data-dir.ts";
import { listAccounts } from "../queries/accounts/list-accounts.ts";
import { getAccountHealth } from "../queries/health/get-account-health.ts";
import { store } from "../store.ts";
import { operator, type Command } from "./command.ts";
import { accountTable, errorTable, folderTable, type AccountStatus } from "./status-tables.ts";

export const status: Command = {
  usage: "",
  summary:
    "Accounts, how far they are behind, what their folders hold, what went wrong lately, and what waits in the queues.",
  run: async () => {
    const accounts = await describeAll();
    const queues = {
      operations: counted(await operationCounts(store().read)),
      sends: counted(await sendCounts(store().read)),
      quarantined: await quarantineCount(store().read),
    };
    const databaseBytes = statSync(dataPath("inbox.db")).size;
    const errors = errorTable(accounts);
    const text = [
      accountTable(accounts),
      "",
      folderTable(accounts),
      ...(errors === null ? [] : ["", errors]),
      "",
      `Operations: ${sentence(queues.operations)}`,
      `Sends: ${sentence(queues.sends)}`,
      `Quarantined mails: ${queues.quarantined}`,
      `Database: ${Math.ceil(databaseBytes / 1_000_000)} MB`,
    ].join("\n");
    return { text, json: { accounts, queues, databaseBytes } };
  },
};

/** As the page of sync health shows them. */
async function describeAll(): Promise<AccountStatus[]> {
  const described: AccountStatus[] = [];
  for (const { id, placementCount } of (await listAccounts(operator)).items)
    described.push({ id, placementCount, ...(await getAccountHealth(operator, id)) });
  return described;
}

const counted = (rows: { state: string; total: number }[]) =>
  Object.fromEntries(rows.map(({ state, total }) => [state, total]));

const sentence = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([state, total]) => `${total} ${state}`)
    .join(", ") || "none";
