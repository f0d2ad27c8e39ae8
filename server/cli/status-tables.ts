import { formatBytes } from "#lib/bytes";
import type { AccountComparison, AccountHealthDetails, FolderHealth } from "#lib/contracts/sync-health";
import { table } from "./table.ts";

export type AccountStatus = AccountHealthDetails & { id: number; placementCount: number };

const errorsShownMax = 10;

export function accountTable(accounts: AccountStatus[]): string {
  const rows = accounts.map((account) => [
    account.id,
    account.emailAddress,
    account.state,
    account.lagSeconds === null ? "never in step" : `${account.lagSeconds} s`,
    instant(account.lastContactAt),
    account.connectionCount,
    formatBytes(account.traffic.sentBytes + account.traffic.receivedBytes, "en"),
    `${account.backfill.done}/${account.backfill.total}`,
    comparisonWords(account.comparison),
    instant(account.nextRetryAt),
    account.stateDetail,
  ]);
  const head = ["ID", "ACCOUNT", "STATE", "LAG", "LAST CONTACT", "CONNECTIONS", "24 H", "HISTORY", "COMPARED", "NEXT TRY", "DETAIL"]; // prettier-ignore
  return table(head, rows);
}

export function folderTable(accounts: AccountStatus[]): string {
  const rows = accounts.flatMap(({ emailAddress, folders }) =>
    folders.map((folder) => [
      emailAddress,
      folder.path,
      folder.uidValidity ?? "-",
      folder.serverCount,
      folder.storedCount,
      folder.quarantinedCount,
      folderWords(folder),
      folder.failureDetail,
    ]),
  );
  return table(["ACCOUNT", "FOLDER", "UIDVALIDITY", "SERVER", "STORED", "ASIDE", "COMPARED", "DETAIL"], rows);
}

/** What went wrong last in any of them; null when nothing did. */
export function errorTable(accounts: AccountStatus[]): string | null {
  const errors = accounts.flatMap(({ emailAddress, errors: own }) => own.map((error) => ({ ...error, emailAddress })));
  if (errors.length === 0) return null;
  const newest = errors.toSorted((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt)).slice(0, errorsShownMax);
  return table(
    ["LAST", "TIMES", "ACCOUNT", "FOLDER", "ERROR"],
    newest.map((error) => [instant(error.lastAt), error.count, error.emailAddress, error.folder ?? "", error.detail]),
  );
}

function comparisonWords(comparison: AccountComparison): string {
  const { state, progress, equalCount, totalCount, differenceCount, mendedCount } = comparison;
  if (state === null) return "never";
  if (state === "wished") return "waits";
  if (state === "running") return `${progress.done} of ${progress.total}`;
  const mended = differenceCount > 0 ? `, ${mendedCount} of ${differenceCount} mended` : "";
  return `${equalCount} of ${totalCount} equal${mended}`;
}

function folderWords({ comparison, lastComparedAt }: FolderHealth): string {
  if (!comparison || comparison.endedAt === null) return `UIDs ${instant(lastComparedAt)}`;
  if (comparison.state === "failed") return `failed ${instant(comparison.endedAt)}`;
  return `${comparison.equalCount} of ${comparison.totalCount} equal ${instant(comparison.endedAt)}`;
}

/** To the second, in UTC. */
const instant = (at: string | null) => at?.replace(/\.\d+Z$/, "Z") ?? "-";
