import type { FolderRow } from "#db/queries/accounts/folders";
import { namespaceOf } from "#lib/mail/folder-path";
import { AppError } from "#server/errors";

/**
 * The path of a folder of this name in `parentId`, or at the top.
 * @throws AppError `invalid` where there can be none
 */
export function pathForName(
  folders: readonly FolderRow[],
  name: string,
  parentId: number | null,
): { path: string; delimiter: string } {
  const namespace = namespaceOf(folders);
  const parent = parentId === null ? null : folders.find((folder) => folder.id === parentId);
  if (parent === undefined) throw refused("parentId", "There is no such folder in this account.");
  const delimiter = parent?.delimiter ?? namespace.delimiter;
  if (parent && delimiter === "") throw refused("parentId", "This mail server keeps no folders in folders.");
  if (delimiter !== "" && name.includes(delimiter))
    throw refused("name", `“${delimiter}” stands between a folder and those in it, so no name has it.`);
  const path = parent ? shownPath(parent) + delimiter + name : namespace.prefix + name;
  // Two that look alike, one in composed and one in decomposed letters, are two to the server and one to everybody else.
  if (folders.some((folder) => same(shownPath(folder), path)) || (parent === null && name.toUpperCase() === "INBOX"))
    throw refused("name", "There is a folder of this name already.");
  return { path, delimiter };
}

const shownPath = (folder: Pick<FolderRow, "path" | "pendingPath">) => folder.pendingPath ?? folder.path;

const same = (a: string, b: string) => a.normalize("NFC") === b.normalize("NFC");

function refused(path: string, message: string): AppError {
  return new AppError("invalid", message, { issues: [{ path, message }] });
}
