import type { MailAddress } from "#lib/contracts/address";
import type { FolderRole, MessageDirection } from "#lib/contracts/vocabulary";
import { rolesOfLabels } from "#lib/mail/labels";
import { isListed, roleMask as maskOf } from "#lib/mail/role-mask";
import { prepared, type Db } from "../dialect/sqlite.ts";
import { isHidden } from "./hidden-placement.ts";

type Sight = {
  conversationId: number;
  inboxId: number;
  messageId: number;
  direction: MessageDirection;
  subject: string;
  preview: string;
  fromName: string;
  fromAddress: string;
  recipients: string;
  receivedAt: number;
  attachmentCount: number;
  role: FolderRole;
  /** Of a message in Gmail's All Mail its labels, and the roles of their folders; else null. */
  labels: string | null;
  labelRoles: string | null;
  seen: number;
  flagged: number;
};

type Row = {
  conversationId: number;
  inboxId: number;
  subject: string;
  preview: string;
  participants: string;
  lastMessageAt: number;
  lastMessageId: number;
  messageCount: number;
  attachmentCount: number;
  unseenCount: number;
  flagged: number;
  roleMask: number;
  listed: number;
};

const participantsMax = 12;

/**
 * Counts conversations anew, each once for every inbox whose accounts hold something of it.
 * @returns the inboxes whose members may hear of each, those included that have just lost sight of it
 */
export async function refreshConversations(tx: Db, conversationIds: Iterable<number>): Promise<Map<number, number[]>> {
  const ids = JSON.stringify([...new Set(conversationIds)]);
  const before = prepared<{ conversationId: number; inboxId: number }>(tx, selectInboxes).all(ids);
  const sights = prepared<Sight>(tx, selectSights).all(ids, ids);
  const rows = [...groupBy(sights, (sight) => `${sight.conversationId}:${sight.inboxId}`).values()].map(countedRow);
  for (const row of rows) prepared(tx, upsertRow).run(row);
  const kept = new Set(rows.map((row) => `${row.conversationId}:${row.inboxId}`));
  const forsaken = before.filter((row) => !kept.has(`${row.conversationId}:${row.inboxId}`));
  if (forsaken.length > 0) {
    prepared(tx, deleteForsaken).run(JSON.stringify(forsaken));
    prepared(tx, emptyForsaken).run(JSON.stringify(forsaken));
  }
  const hearers = groupBy([...before, ...rows], (row) => row.conversationId);
  return new Map([...hearers].map(([id, list]) => [id, [...new Set(list.map((row) => row.inboxId))]]));
}

/** One conversation in one inbox, from the sights of its messages there in the order of their arrival. */
function countedRow(sights: Sight[]): Row {
  const messages = [...groupBy(sights, (sight) => sight.messageId).values()];
  const shown = messages.filter((places) => places.some((place) => rolesOf(place).some((role) => role !== "drafts")));
  const counted = shown.length > 0 ? shown : messages;
  const first = firstOf(firstOf(counted));
  const last = firstOf(counted.at(-1) ?? []);
  const roleMask = sights.reduce((mask, sight) => mask | maskOf(rolesOf(sight)), 0);
  return {
    conversationId: first.conversationId,
    inboxId: first.inboxId,
    subject: first.subject,
    preview: last.preview,
    participants: JSON.stringify(participantsOf(counted.map(firstOf))),
    lastMessageAt: last.receivedAt,
    lastMessageId: last.messageId,
    messageCount: counted.length,
    attachmentCount: counted.reduce((sum, places) => sum + firstOf(places).attachmentCount, 0),
    unseenCount: counted.filter((places) => places.some((place) => place.seen === 0)).length,
    flagged: sights.some((sight) => sight.flagged === 1) ? 1 : 0,
    roleMask,
    listed: isListed(roleMask) ? 1 : 0,
  };
}

function rolesOf({ role, labels, labelRoles }: Sight): FolderRole[] {
  if (labels === null) return [role];
  return rolesOfLabels(JSON.parse(labels) as string[], JSON.parse(labelRoles ?? "[]") as FolderRole[]);
}

/** Who wrote to us, newest last; for mail that only we wrote, whom we wrote to. */
function participantsOf(messages: Sight[]): MailAddress[] {
  const senders = messages
    .filter((message) => message.direction === "in")
    .map((message) => ({ name: message.fromName, address: message.fromAddress }));
  const people =
    senders.length > 0 ? senders : messages.flatMap((message) => JSON.parse(message.recipients) as MailAddress[]);
  return [...new Map(people.map((person) => [person.address.toLowerCase(), person])).values()].slice(
    0,
    participantsMax,
  );
}

function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function firstOf<T>(items: T[] | undefined): T {
  const first = items?.[0];
  if (first === undefined) throw new Error("A group is never empty.");
  return first;
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

/** One statement a row: within a transaction that is twice as fast as one for all, taken from JSON. */
const upsertRow = `
  insert into conversation_inboxes (conversation_id, inbox_id, subject, preview, participants, last_message_at, last_message_id,
    message_count, attachment_count, unseen_count, flagged, role_mask, listed, status, assignee_id, snoozed_until)
  select c.id, @inboxId, @subject, @preview, @participants, @lastMessageAt, @lastMessageId, @messageCount, @attachmentCount,
    @unseenCount, @flagged, @roleMask, @listed, c.status, c.assignee_id, c.snoozed_until
  from conversations c where c.id = @conversationId
  on conflict (conversation_id, inbox_id) do update set subject = excluded.subject, preview = excluded.preview,
    participants = excluded.participants, last_message_at = excluded.last_message_at, last_message_id = excluded.last_message_id,
    message_count = excluded.message_count, attachment_count = excluded.attachment_count, unseen_count = excluded.unseen_count,
    flagged = excluded.flagged, role_mask = excluded.role_mask, listed = excluded.listed, status = excluded.status,
    assignee_id = excluded.assignee_id, snoozed_until = excluded.snoozed_until`;

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
