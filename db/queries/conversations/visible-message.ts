import { sql, type SQL } from "drizzle-orm";
import { accounts, messages, placements, sends } from "../../schema/index.ts";
import { isBeingDeleted } from "../hidden-placement.ts";

/** The folder of a placement `p` as an agent sees it: where it is going, once somebody moved it. */
export const shownFolderId: SQL = sql`coalesce(p.moving_to_folder_id, p.folder_id)`;

/**
 * Whether the row of `messages` at hand lies in one of these inboxes: by a live placement in one of their accounts, or written here to be
 * sent from one. Served by `placements_by_message` and `sends_by_message`.
 * @param inboxIds one id, or a comma-separated list
 */
export function liesInInbox(inboxIds: SQL): SQL {
  return sql`(exists (select 1 from ${placements} p join ${accounts} a on a.id = p.account_id
      where p.message_id = ${messages.id} and p.missing_since is null and a.inbox_id in (${inboxIds})
        and not ${sql.raw(isBeingDeleted("p"))})
    or exists (select 1 from ${sends} s join ${accounts} a on a.id = s.account_id
      where s.message_id = ${messages.id} and s.state <> 'cancelled' and a.inbox_id in (${inboxIds})))`;
}

export function listOf(ids: readonly number[]): SQL {
  return sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
}
