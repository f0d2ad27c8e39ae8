import type { FolderRole } from "../contracts/vocabulary.ts";
import { namespaceOf, parentPathOf } from "./folder-path.ts";

export type TreeFolder = {
  id: number;
  path: string;
  name: string;
  delimiter: string;
  role: FolderRole;
  isPrimary: boolean;
  selectable: boolean;
  unseenCount: number;
};

export type FolderNode<T> = { folder: T; children: FolderNode<T>[]; unseenCount: number };

/**
 * An account's folders as they lie in one another; a folder whose parent the server does not list stands at the top. What several programs
 * have made for one role is one folder here, with the mail of all of them.
 * @param compare puts those that lie in one folder in order
 */
export function folderTree<T extends TreeFolder>(
  folders: readonly T[],
  compare: (a: T, b: T) => number,
): FolderNode<T>[] {
  const namespace = namespaceOf(folders);
  const byPath = new Map(folders.map((folder) => [folder.path, folder]));
  const parentOf = (folder: T) => {
    const path = parentPathOf(folder, namespace);
    return path === undefined ? undefined : byPath.get(path);
  };
  const inside = Map.groupBy(folders, parentOf);
  const nodesIn = (parent: T | undefined): FolderNode<T>[] =>
    (inside.get(parent) ?? []).toSorted(compare).flatMap((folder) => {
      const children = nodesIn(folder);
      const isMerged = isSecondary(folder) && children.length === 0;
      // What holds nothing and cannot be opened has nothing to show, unless it is being made.
      return isMerged || (!folder.selectable && children.length === 0 && !isComing(folder))
        ? []
        : [{ folder, children, unseenCount: unseenOf(folder, folders) }];
    });
  return nodesIn(undefined);
}

const isSecondary = (folder: TreeFolder) => folder.role !== "none" && !folder.isPrimary;

const isComing = (folder: TreeFolder) => Reflect.get(folder, "pendingAct") === "create";

function unseenOf(folder: TreeFolder, all: readonly TreeFolder[]): number {
  if (folder.role === "none" || !folder.isPrimary) return folder.unseenCount;
  return all.filter((other) => other.role === folder.role).reduce((sum, other) => sum + other.unseenCount, 0);
}
