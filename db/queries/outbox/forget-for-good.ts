import { prepared, type Db } from "../../dialect/sqlite.ts";
import { markMissing } from "./move-placements.ts";

/**
 * The server has deleted these for good, as an agent wished: they go, with each message that lies nowhere else and is not still being
 * sent.
 */
export function forgetForGood(tx: Db, placementIds: readonly number[], now: Date): void {
  // Folders count what they hold.
  markMissing(tx, placementIds, now);
  const ids = JSON.stringify(placementIds);
  const messageIds = prepared<number>(tx, selectMessages).pluck().all(ids);
  prepared(tx, `delete from placements where id in (select value from json_each(?))`).run(ids);
  prepared(tx, deleteMessages).run(JSON.stringify(messageIds));
}

const selectMessages = `
  select distinct message_id from placements where id in (select value from json_each(?))`;

const deleteMessages = `
  delete from messages
  where id in (select value from json_each(?)) and not exists (select 1 from placements p where p.message_id = messages.id)
    and not exists (
      select 1 from sends s where s.message_id = messages.id and s.state in ('queued', 'sending', 'retrying', 'uncertain'))`;
