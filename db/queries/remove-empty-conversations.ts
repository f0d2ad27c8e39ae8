import { prepared, type Db } from "../dialect/sqlite.ts";

/** Removes those of the conversations that hold no mail, no note and no draft, with what was merged into them. */
export function removeEmptyConversations(tx: Db, conversationIds: readonly number[]): void {
  const ids = JSON.stringify(conversationIds);
  prepared(tx, deleteEmpty).run(ids, ids);
}

const deleteEmpty = `
  delete from conversations
  where (id in (select value from json_each(?)) or merged_into_id in (select value from json_each(?)))
    and not exists (select 1 from messages m where m.conversation_id in (conversations.id, conversations.merged_into_id))
    and not exists (select 1 from notes n where n.conversation_id = conversations.id)
    and not exists (select 1 from drafts d where d.conversation_id = conversations.id)`;
