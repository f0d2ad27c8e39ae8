import { or, sql, type SQL } from "drizzle-orm";
import type { SearchTerm } from "#lib/search/parse-query";
import { matchText, type Db } from "../../dialect/sqlite.ts";
import { folders, messageBodies, messages } from "../../schema/index.ts";
import { listOf, shownFolderId } from "./visible-message.ts";

/** For a term, by inbox: the conversations with a message there that it is true of, as a JSON list of ids. */
export type FoundByInbox = ReadonlyMap<number, string>;

/**
 * Reads through all messages, once a term, for those that ask for what stands in a message. Found counts only where the message lies: a
 * colleague must not learn by searching what they may not read.
 */
export async function searchMessages(
  db: Db,
  inboxIds: number[],
  terms: SearchTerm[],
): Promise<ReadonlyMap<SearchTerm, FoundByInbox>> {
  const found = new Map<SearchTerm, FoundByInbox>();
  for (const term of terms) {
    const condition = messageCondition(term);
    if (condition) found.set(term, inboxesOf(db, inboxIds, matchingIds(db, condition)));
  }
  return found;
}

function messageCondition(term: SearchTerm): SQL | null {
  switch (term.kind) {
    case "text":
      return anywhere(term.value);
    case "subject":
      return contains(messages.subject, term.value);
    case "from":
      return sql`(${contains(messages.fromAddress, term.value)} or ${contains(messages.fromName, term.value)})`;
    case "to":
      return sql`(${names(messages.to, term.value)} or ${names(messages.cc, term.value)})`;
    case "folder":
      return inFolderNamed(term.value);
    default:
      return null;
  }
}

function matchingIds(db: Db, condition: SQL): string {
  const [row] = db.all<{ ids: string }>(sql`select json_group_array(${messages.id}) as ids from ${messages}
    left join ${messageBodies} on ${messageBodies.messageId} = ${messages.id} where ${condition}`);
  return row?.ids ?? "[]";
}

/** Served by `placements_by_message` and `sends_by_message`; joined crosswise, which fixes the order. */
function inboxesOf(db: Db, inboxIds: number[], messageIds: string): FoundByInbox {
  const rows = db.all<{ inboxId: number; ids: string }>(sql`
    select inbox_id as "inboxId", json_group_array(conversation_id) as ids from (
      select m.conversation_id, a.inbox_id from json_each(${messageIds}) found
        cross join messages m cross join placements p cross join accounts a
      where m.id = found.value and p.message_id = m.id and p.missing_since is null and a.id = p.account_id
        and a.inbox_id in (${listOf(inboxIds)})
      union
      select m.conversation_id, a.inbox_id from json_each(${messageIds}) found
        cross join messages m cross join sends s cross join accounts a
      where m.id = found.value and s.message_id = m.id and s.state <> 'cancelled' and a.id = s.account_id
        and a.inbox_id in (${listOf(inboxIds)})
    ) group by inbox_id`);
  return new Map(rows.map((row) => [row.inboxId, row.ids]));
}

function anywhere(text: string): SQL {
  return sql`(${or(
    contains(messages.subject, text),
    contains(messages.fromName, text),
    contains(messages.fromAddress, text),
    names(messages.to, text),
    contains(messages.preview, text),
    contains(messageBodies.text, text),
  )})`;
}

/** Whether one of a list of addresses is or holds this; the whole text is looked at first, as most lists need no further look. */
function names(list: typeof messages.to | typeof messages.cc, text: string): SQL {
  return sql`(${contains(list, text)} and exists (select 1 from json_each(${list}) person
    where ${contains(sql`person.value ->> 'name'`, text)} or ${contains(sql`person.value ->> 'address'`, text)}))`;
}

function inFolderNamed(name: string): SQL {
  return sql`exists (select 1 from placements p join ${folders} on ${folders.id} = ${shownFolderId}
    where p.message_id = ${messages.id} and p.missing_since is null and lower(${folders.name}) = lower(${name}))`;
}

/**
 * Case-insensitive in every script: LIKE folds only ASCII, so a word with other letters is looked for in its usual spellings.
 */
function contains(column: Parameters<typeof matchText>[0], text: string): SQL {
  const lower = text.toLowerCase();
  const spellings = [text, lower, text.toUpperCase(), lower.charAt(0).toUpperCase() + lower.slice(1)];
  const fold = (spelling: string) => spelling.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const distinct = [...new Map(spellings.map((spelling) => [fold(spelling), spelling])).values()];
  const matches = distinct.map((spelling) => matchText(column, spelling));
  return sql`(${sql.join(matches, sql` or `)})`;
}
