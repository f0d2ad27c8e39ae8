import { statSync } from "node:fs";
import { operationCounts, quarantineCount, sendCounts } from "#db/queries/row-counts";
import type { Account } from "#lib/contracts/account";
import { now } from "../clock.ts";
import { dataPath } from "../data-dir.ts";
import { listAccounts } from "../queries/accounts/list-accounts.ts";
import { store } from "../store.ts";
import { operator, type Command } from "./command.ts";
import { table } from "./table.ts";

export const status: Command = {
  usage: "",
  summary: "Accounts, how far they are behind, and what waits in the queues.",
  run: async () => {
    const accounts = (await listAccounts(operator)).items.map(describe);
    const queues = {
      operations: counted(await operationCounts(store().read)),
      sends: counted(await sendCounts(store().read)),
      quarantined: await quarantineCount(store().read),
    };
    const databaseBytes = statSync(dataPath("inbox.db")).size;
    const rows = accounts.map(({ id, emailAddress, state, lagSeconds, backfill, stateDetail }) => {
      const lag = lagSeconds === null ? "never in step" : `${lagSeconds} s`;
      return [id, emailAddress, state, lag, `${backfill.done}/${backfill.total}`, stateDetail];
    });
    const text = [
      table(["ID", "ACCOUNT", "STATE", "LAG", "HISTORY", "DETAIL"], rows),
      "",
      `Operations: ${sentence(queues.operations)}`,
      `Sends: ${sentence(queues.sends)}`,
      `Quarantined mails: ${queues.quarantined}`,
      `Database: ${Math.ceil(databaseBytes / 1_000_000)} MB`,
    ].join("\n");
    return { text, json: { accounts, queues, databaseBytes } };
  },
};

/** Lag: since when the account may differ from its server. */
function describe({
  id,
  name,
  emailAddress,
  state,
  stateDetail,
  lastSyncedAt,
  nextRetryAt,
  backfill,
  placementCount,
}: Account) {
  const lagSeconds = lastSyncedAt ? Math.max(0, Math.round((now().getTime() - Date.parse(lastSyncedAt)) / 1000)) : null;
  return {
    id,
    name,
    emailAddress,
    state,
    stateDetail,
    lastSyncedAt,
    lagSeconds,
    nextRetryAt,
    backfill,
    placementCount,
  };
}

const counted = (rows: { state: string; total: number }[]) =>
  Object.fromEntries(rows.map(({ state, total }) => [state, total]));

const sentence = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([state, total]) => `${total} ${state}`)
    .join(", ") || "none";
