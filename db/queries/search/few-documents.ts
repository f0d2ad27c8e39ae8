/** Conditions that few conversations meet are looked up first: walking over all mail in search of them would take long. */
import { sql, type SQL } from "drizzle-orm";
import type { Alternative } from "#lib/search/normal-form";
import type { SearchLeaf } from "#lib/search/query-tree";
import { matchText, type Db } from "../../dialect/sqlite.ts";
import type { Scope } from "../conversations/scope.ts";
import { listOf } from "../conversations/visible-message.ts";

/** So many can be gone through one by one within a few milliseconds. */
const fewMax = 1000;

/** The documents of the conversations that one of the conditions leaves, by growing ids; null when each leaves many. */
export function fewDocuments(db: Db, scope: Scope, alternative: Alternative): number[] | null {
  for (const { leaf, not } of alternative) {
    const conversations = not ? null : conversationsWith(leaf, scope);
    if (!conversations) continue;
    const found = db.all<{ id: number }>(sql`select distinct id from (${conversations} limit ${fewMax + 1})`);
    if (found.length <= fewMax)
      return documentsOf(
        db,
        found.map(({ id }) => id),
      );
  }
  return null;
}

/** By growing ids; served by `messages_by_conversation` and `notes_by_conversation`. */
export function documentsOf(db: Db, conversationIds: readonly number[]): number[] {
  const ids = JSON.stringify(conversationIds);
  const rows = db.all<{ id: number }>(sql`
    select d.id from json_each(${ids}) one cross join messages m cross join search_documents d
    where m.conversation_id = one.value and d.message_id = m.id
    union all
    select d.id from json_each(${ids}) one cross join notes n cross join search_documents d
    where n.conversation_id = one.value and d.note_id = n.id
    order by 1`);
  return rows.map(({ id }) => id);
}

/** Null for what has no index, or what most conversations are. */
function conversationsWith(leaf: SearchLeaf, scope: Scope): SQL | null {
  const inInboxes = sql`inbox_id in (${listOf(scope.inboxIds)})`;
  switch (leaf.kind) {
    case "tag":
      return sql`select ct.conversation_id as id from tags t cross join conversation_tags ct
        where lower(t.name) = lower(${leaf.value}) and ct.tag_id = t.id`;
    case "unseen":
      return sql`select conversation_id as id from conversation_inboxes where ${inInboxes} and unseen_count > 0`;
    case "flagged":
      return sql`select conversation_id as id from conversation_inboxes where ${inInboxes} and flagged = 1`;
    case "snoozed":
      return sql`select conversation_id as id from conversation_inboxes
        where ${inInboxes} and snoozed_until is not null and snoozed_until > ${scope.now.getTime()}`;
    case "status":
      return sql`select conversation_id as id from conversation_inboxes
        where ${inInboxes} and listed in (0, 1) and status = ${leaf.value}`;
    case "assignee":
      return assignedTo(leaf.value, inInboxes, scope);
    case "folder":
      return inFolders(sql`lower(f.name) = lower(${leaf.value})`, inInboxes);
    case "role":
      return inFolders(sql`f.role = ${leaf.value}`, inInboxes);
    case "note":
      return sql`select conversation_id as id from notes where ${inInboxes}`;
    default:
      return null;
  }
}

function assignedTo(who: string, inInboxes: SQL, scope: Scope): SQL | null {
  if (who === "none") return null;
  const agents =
    who === "me"
      ? sql`select ${scope.agentId}`
      : sql`select id from agents where ${matchText(sql`name`, who)} or ${matchText(sql`email_address`, who)}`;
  return sql`select conversation_id as id from conversation_inboxes
    where ${inInboxes} and assignee_id is not null and assignee_id in (${agents})`;
}

/** What lies there, is on its way there by an agent's act, or carries the label of Gmail's that is shown as that folder. */
function inFolders(condition: SQL, inInboxes: SQL): SQL {
  const folders = sql`(select f.id from accounts a cross join folders f where a.${inInboxes} and f.account_id = a.id and ${condition})`;
  const rest = sql`cross join messages m where p.missing_since is null and m.id = p.message_id`;
  return sql`select m.conversation_id as id from placements p ${rest} and p.folder_id in ${folders}
    union all select m.conversation_id from placements p ${rest} and p.moving_to_folder_id in ${folders}
    union all select m.conversation_id from placement_labels l cross join placements p ${rest}
      and p.id = l.placement_id and l.folder_id in ${folders}`;
}
