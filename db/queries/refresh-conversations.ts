import { prepared, type Db } from "../dialect/sqlite.ts";
import { countSights, groupBy, type Counted, type Sight } from "./count-sights.ts";
import { isHidden } from "./hidden-placement.ts";

/**
 * Counts conversations anew, each once for every inbox whose accounts hold something of it.
 * @returns the inboxes whose members may hear of each, those included that have just lost sight of it
 */
export async function refreshConversations(tx: Db, conversationIds: Iterable<number>): Promise<Map<number, number[]>> {
  const ids = JSON.stringify([...new Set(conversationIds)]);
  const before = prepared<Counted>(tx, selectInboxes).all(ids);
  const sights = prepared<Sight>(tx, selectSights).all(ids, ids);
  const rows = countSights(tx, sights);
  const kept = new Set(rows.map((row) => `${row.conversationId}:${row.inboxId}`));
  const forsaken = before.filter((row) => !kept.has(`${row.conversationId}:${row.inboxId}`));
  if (forsaken.length > 0) {
    prepared(tx, deleteForsaken).run(JSON.stringify(forsaken));
    prepared(tx, emptyForsaken).run(JSON.stringify(forsaken));
  }
  return inboxesOf([...before, ...rows]);
}

/** Of conversations that have just begun in this transaction, with all that is seen of them: there is nothing to read. */
export function countBegun(tx: Db, sights: readonly Sight[]): Map<number, number[]> {
  const inOrder = sights.toSorted((a, b) => a.receivedAt - b.receivedAt || a.messageId - b.messageId);
  return inboxesOf(countSights(tx, inOrder));
}

function inboxesOf(rows: readonly Counted[]): Map<number, number[]> {
  const hearers = groupBy(rows, (row) => row.conversationId);
  return new Map([...hearers].map(([id, list]) => [id, [...new Set(list.map((row) => row.inboxId))]]));
}

const selectInboxes = `
  select conversation_id as conversationId, inbox_id as inboxId from conversation_inboxes
  where conversation_id in (select value from json_each(?))`;

/** Every live placement, where it is shown; and what was written here, until its copy in Sent is seen. */
const selectSights = `
  select m.conversation_id as conversationId, a.inbox_id as inboxId, m.id as messageId, m.direction, m.subject, m.preview,
    m.from_name as fromName, m.from_address as fromAddress, m."to" as recipients, m.received_at as receivedAt,
    m.attachment_count as attachmentCount, f.role, iif(f.holds_labels, p.labels, null) as labels,
    iif(f.holds_labels, (
      select json_group_array(distinct l.role) from placement_labels c join folders l on l.id = c.folder_id
      where c.placement_id = p.id), null) as labelRoles,
    p.seen, p.flagged
  from messages m
  join placements p on p.message_id = m.id and p.missing_since is null and not ${isHidden("p")}
  join accounts a on a.id = p.account_id
  join folders f on f.id = coalesce(p.moving_to_folder_id, p.folder_id)
  where m.conversation_id in (select value from json_each(?))
  union all
  select m.conversation_id, a.inbox_id, m.id, m.direction, m.subject, m.preview, m.from_name, m.from_address, m."to", m.received_at,
    m.attachment_count, 'sent', null, null, 1, 0
  from messages m
  join sends s on s.message_id = m.id and s.state <> 'cancelled'
  join accounts a on a.id = s.account_id
  where m.conversation_id in (select value from json_each(?))
  order by receivedAt, messageId`;

const isForsaken = `
  (conversation_id, inbox_id) in (select value ->> 'conversationId', value ->> 'inboxId' from json_each(?))`;

const hasWords = `(
  exists (select 1 from notes n where n.conversation_id = conversation_inboxes.conversation_id and n.inbox_id = conversation_inboxes.inbox_id)
  or exists (select 1 from drafts d where d.conversation_id = conversation_inboxes.conversation_id))`;

/** Nothing of it is left here, and nobody wrote a note or is writing. */
const deleteForsaken = `delete from conversation_inboxes where ${isForsaken} and not ${hasWords}`;

/** Its mail is gone and what the team wrote stays: it can be found, and is in no ticket view. */
const emptyForsaken = `
  update conversation_inboxes set message_count = 0, attachment_count = 0, unseen_count = 0, flagged = 0, role_mask = 0, listed = 0
  where ${isForsaken}`;
