import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/dialect/sqlite";
import { folders, placements } from "#db/schema/index";
import { joinFlags } from "#lib/mail/flags";
import { quote, type RawImap } from "./dovecot/raw-imap.ts";
import { decodeName, encodeName } from "./scripted-imap/wire/mailbox-name.ts";

/** What is believed to lie in an account's folders: by path, the flags by UID. */
export type Belief = Map<string, Map<number, string[]>>;

/** Names every UID and flag in which the store and the server differ, over all folders of an account; empty when they are equal. */
export async function storeDifferences(db: Db, accountId: number, client: RawImap): Promise<string[]> {
  const belief: Belief = new Map();
  for (const folder of await storedFolders(db, accountId)) belief.set(folder.path, await storedFlags(db, folder));
  return differencesFrom(belief, client);
}

/** The same for what is believed from any source. `\Recent` is the session's own word (RFC 3501 §2.3.2) and does not count. */
export async function differencesFrom(belief: Belief, client: RawImap): Promise<string[]> {
  const listed = await listedPaths(client);
  const differences: string[] = [];
  for (const path of new Set([...belief.keys(), ...listed])) {
    const here = belief.get(path);
    if (!here) differences.push(`${path}: not stored`);
    else if (!listed.includes(path)) differences.push(`${path}: not on the server`);
    else differences.push(...folderDifferences(path, here, await serverFlags(client, path)));
  }
  return differences;
}

function folderDifferences(path: string, here: Map<number, string[]>, there: Map<number, string[]>): string[] {
  return [...new Set([...here.keys(), ...there.keys()])].flatMap((uid) => {
    const [ours, theirs] = [canonical(here.get(uid)), canonical(there.get(uid))];
    return ours === theirs ? [] : [`${path} ${uid}: here ${ours}, there ${theirs}`];
  });
}

async function storedFolders(db: Db, accountId: number) {
  return db
    .select({ id: folders.id, path: folders.path, generation: folders.generation })
    .from(folders)
    .where(and(eq(folders.accountId, accountId), isNull(folders.missingSince), eq(folders.selectable, true)));
}

async function storedFlags(db: Db, folder: { id: number; generation: number }): Promise<Map<number, string[]>> {
  const rows = await db
    .select()
    .from(placements)
    .where(
      and(
        eq(placements.folderId, folder.id),
        eq(placements.generation, folder.generation),
        isNull(placements.missingSince),
      ),
    );
  return new Map(rows.map((row) => [row.uid, joinFlags(row)]));
}

/** Folders that can be opened. */
async function listedPaths(client: RawImap): Promise<string[]> {
  const lines = await client.run('LIST "" "*"');
  return lines.flatMap((line) => {
    const match = /^\* LIST \(([^)]*)\) (?:"[^"]*"|NIL) (?:"((?:[^"\\]|\\.)+)"|(\S+))$/.exec(line);
    const path = decodeName((match?.[2] ?? match?.[3] ?? "").replaceAll(/\\(.)/g, "$1"));
    return path !== "" && !/\\Noselect|\\NonExistent/i.test(match?.[1] ?? "") ? [path] : [];
  });
}

async function serverFlags(client: RawImap, path: string): Promise<Map<number, string[]>> {
  await client.run(`EXAMINE ${quote(encodeName(path))}`);
  const lines = await client.run("UID FETCH 1:* (UID FLAGS)");
  const rows = lines.flatMap((line) => {
    const uid = /\bUID (\d+)/.exec(line)?.[1];
    const flags = /FLAGS \(([^)]*)\)/.exec(line)?.[1];
    return uid === undefined || flags === undefined ? [] : [[Number(uid), flags.split(" ")] as const];
  });
  return new Map(rows);
}

function canonical(flags: string[] | undefined): string {
  if (!flags) return "nothing";
  const lasting = flags.filter((flag) => flag !== "" && flag.toLowerCase() !== "\\recent");
  return `(${lasting.toSorted().join(" ")})`;
}
