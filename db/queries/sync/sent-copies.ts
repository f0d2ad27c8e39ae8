import { and, inArray, ne } from "drizzle-orm";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { sends } from "../../schema/index.ts";

/** The copy in Sent was seen on the server. */
export async function markSentCopies(tx: Db, sendIds: number[]): Promise<void> {
  if (sendIds.length === 0) return;
  const isOne = and(inArray(sends.id, sendIds), ne(sends.sentCopyState, "doubled"));
  await tx.update(sends).set({ sentCopyState: "stored" }).where(isOne);
}

/** Wishes that of these mails only one copy stays, where the folder holds the one that we wrote and another beside it. */
export function wishTidySent(tx: Db, folderId: number, messageIds: readonly number[], at: Date): void {
  const [ids, now] = [JSON.stringify(messageIds), at.getTime()];
  prepared(tx, insertWishes).run(now, now, ids, folderId);
}

const insertWishes = `
  insert into operations (account_id, kind, message_id, send_id, payload, state, priority, attempt_count, not_before, last_error, created_at)
  select s.account_id, 'tidy-sent', s.message_id, s.id, '{"kind":"tidy-sent"}', 'pending', 1, 0, ?, '', ?
  from sends s
  where s.message_id in (select value from json_each(?)) and s.copy_folder_id = ? and s.sent_copy_state = 'stored'
    and (select count(*) from placements p where p.message_id = s.message_id and p.folder_id = s.copy_folder_id
      and p.generation = s.copy_generation and p.missing_since is null) > 1
    and not exists (select 1 from operations o where o.send_id = s.id and o.kind = 'tidy-sent' and o.settled_at is null)`;
