/** How the folders of one account are named: what all of them but INBOX begin with, and what stands between the parts of a path. */
export type Namespace = { prefix: string; delimiter: string };

type Place = { path: string; delimiter: string };

/** Courier and its kin keep every folder below INBOX and refuse others beside it: then `INBOX.` is no folder of anybody's choosing. */
export function namespaceOf(folders: readonly Place[]): Namespace {
  const inbox = folders.find((folder) => folder.path.toUpperCase() === "INBOX")?.path ?? "INBOX";
  const others = folders.filter((folder) => folder.path !== inbox);
  const delimiter = [...others, ...folders].find((folder) => folder.delimiter !== "")?.delimiter ?? "";
  const isBelow =
    others.length > 0 && delimiter !== "" && others.every((folder) => folder.path.startsWith(inbox + delimiter));
  return { prefix: isBelow ? inbox + delimiter : "", delimiter };
}

/** The path of the folder that a folder lies in; undefined at the top. */
export function parentPathOf({ path, delimiter }: Place, { prefix }: Pick<Namespace, "prefix">): string | undefined {
  const at = delimiter === "" ? -1 : path.lastIndexOf(delimiter);
  const parent = at <= 0 ? undefined : path.slice(0, at);
  return parent === undefined || parent + delimiter === prefix ? undefined : parent;
}

/** Whether `path` lies in the folder at `above`, however deep. */
export function liesBelow(path: string, above: Place): boolean {
  return above.delimiter !== "" && path.startsWith(above.path + above.delimiter);
}
