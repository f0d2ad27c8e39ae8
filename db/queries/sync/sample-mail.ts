import { and, asc, eq, isNull } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { agents, inboxMembers } from "../../schema/index.ts";

export type SamplePlace = {
  uid: number;
  internetMessageId: string;
  seen: number;
  flagged: number;
  answered: number;
  draft: number;
};

/** What lies in a folder of an account, by its path; served by `folders_by_account_path` and `placements_by_folder_uid`. */
export function placesInFolder(db: Db, accountId: number, path: string): SamplePlace[] {
  return prepared<SamplePlace>(
    db,
    `select p.uid, m.internet_message_id as internetMessageId, p.seen, p.flagged, p.answered, p.draft
     from folders f
     join placements p on p.folder_id = f.id and p.generation = f.generation and p.missing_since is null
     join messages m on m.id = p.message_id
     where f.account_id = ? and f.path = ?
     order by p.uid`,
  ).all(accountId, path);
}

/** Conversations of an account with these words in the subject of a mail; served by `placements_by_account`. */
export function conversationsWithSubject(db: Db, accountId: number, words: string): number[] {
  return prepared<{ id: number }>(
    db,
    `select distinct m.conversation_id as id
     from placements p join messages m on m.id = p.message_id
     where p.account_id = ? and instr(m.subject, ?) > 0`,
  )
    .all(accountId, words)
    .map((row) => row.id);
}

/** Who works in an inbox, admins first; served by `inbox_members_by_inbox_agent`. */
export async function colleaguesOfInbox(db: Db, inboxId: number): Promise<number[]> {
  const rows = await db
    .select({ id: agents.id })
    .from(inboxMembers)
    .innerJoin(agents, eq(agents.id, inboxMembers.agentId))
    .where(and(eq(inboxMembers.inboxId, inboxId), isNull(agents.deactivatedAt)))
    .orderBy(asc(agents.role), asc(agents.id));
  return rows.map((row) => row.id);
}
