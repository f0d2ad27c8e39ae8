import { prepared, type Db } from "../../dialect/sqlite.ts";

/** What waits to be moved to one folder goes to another one, and is shown there. */
export function redirectToFolder(tx: Db, fromId: number, toId: number): void {
  prepared(tx, redirectOperations).run(toId, fromId);
  prepared(tx, showTarget).run(toId, fromId);
}

const redirectOperations = `
  update operations set payload = json_set(payload, '$.toFolderId', ?)
  where kind = 'move' and payload ->> '$.toFolderId' = ? and state in ('pending', 'inflight', 'uncertain')`;

const showTarget = `update placements set moving_to_folder_id = ? where moving_to_folder_id = ?`;
