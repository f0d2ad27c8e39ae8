import { Folder, Placement } from "#lib/contracts/account";
import { pageOf } from "#lib/contracts/paging";
import type { Api } from "./ask-api.ts";
import type { RawImap } from "./dovecot/raw-imap.ts";
import { differencesFrom, type Belief } from "./store-differences.ts";

/**
 * Names everything in which `GET /api/folders/{id}/placements` and the server differ, over all folders of an account: UIDs, flags, and
 * which mail it is; empty when they are equal.
 */
export async function routeDifferences(api: Api, accountId: number, client: RawImap): Promise<string[]> {
  const response = await api("GET", `/api/accounts/${accountId}/folders`);
  const folders = pageOf(Folder)
    .parse(await response.json())
    .items.filter((folder) => folder.selectable);
  const belief: Belief = new Map();
  const strangers: string[] = [];
  for (const folder of folders) {
    const placements = await placementsOf(api, folder.id);
    belief.set(folder.path, new Map(placements.map((placement) => [placement.uid, placement.flags])));
    const ids = await serverIds(client, folder.path);
    for (const { uid, internetMessageId } of placements) {
      const id = ids.get(uid);
      if (id !== internetMessageId) strangers.push(`${folder.path} ${uid}: here ${internetMessageId}, there ${id}`);
    }
  }
  return [...(await differencesFrom(belief, client)), ...strangers];
}

async function placementsOf(api: Api, folderId: number): Promise<Placement[]> {
  const placements: Placement[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? "" : `&cursor=${cursor}`;
    const response = await api("GET", `/api/folders/${folderId}/placements?limit=20${query}`);
    // Gone since the list of folders was read.
    if (response.status === 404) return placements;
    const page = pageOf(Placement).parse(await response.json());
    placements.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return placements;
}

/** Message-IDs by UID; none when there is no such folder. */
async function serverIds(client: RawImap, path: string): Promise<Map<number, string>> {
  try {
    await client.run(`EXAMINE "${path}"`);
  } catch {
    return new Map();
  }
  const lines = await client.run("UID FETCH 1:* (UID BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)])");
  const rows = lines.join("\n").matchAll(/^\* \d+ FETCH \(UID (\d+)[^\n]*\nMessage-ID: <([^>\n]*)>/gim);
  return new Map([...rows].map((row) => [Number(row[1]), row[2] ?? ""]));
}
