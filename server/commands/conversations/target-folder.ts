import type { Db } from "#db/dialect/sqlite";
import { addFolder, foldersOfAccounts, type TargetFolder } from "#db/queries/conversations/target-folders";
import { namespaceOf } from "#lib/mail/folder-path";
import { AppError } from "../../errors.ts";

type TargetRole = "inbox" | "archive" | "junk" | "trash";

const names: { [role in TargetRole]: string } = { inbox: "INBOX", archive: "Archive", junk: "Junk", trash: "Trash" };

/**
 * The folder of each account that plays a role. Where none does it gets one under its usual name, which the server learns of with the
 * first mail that is moved there.
 */
export async function targetFolders(
  tx: Db,
  accountIds: number[],
  role: TargetRole,
  createdAt: Date,
): Promise<Map<number, number>> {
  const all = Map.groupBy(await foldersOfAccounts(tx, accountIds), (folder) => folder.accountId);
  const targets = new Map<number, number>();
  for (const accountId of accountIds) {
    const folders = all.get(accountId) ?? [];
    // Gmail's archive is All Mail.
    const found =
      folders.find((folder) => folder.role === role) ?? (role === "archive" ? ofRoleAll(folders) : undefined);
    targets.set(accountId, found?.id ?? (await makeFolder(tx, accountId, folders, role, createdAt)));
  }
  return targets;
}

const ofRoleAll = (folders: TargetFolder[]) => folders.find((folder) => folder.role === "all");

async function makeFolder(tx: Db, accountId: number, folders: TargetFolder[], role: TargetRole, createdAt: Date) {
  const name = names[role];
  const { prefix, delimiter } = namespaceOf(folders);
  const path = prefix + name;
  const isTaken = role === "inbox" || folders.some((folder) => folder.path === path);
  const id = isTaken ? undefined : await addFolder(tx, { accountId, path, name, delimiter, role, createdAt });
  if (id !== undefined) return id;
  throw new AppError(
    "conflict",
    `One of the accounts has no folder for this. Choose its ${name} folder in the account's settings.`,
  );
}
