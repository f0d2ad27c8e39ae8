import { prepared, type Db } from "../../dialect/sqlite.ts";

export type KnownMessage = {
  id: number;
  identity: string;
  conversationId: number;
  /** Something of it lies in the inbox already, or was sent from it. */
  isInInbox: number;
};

/** Messages that are here already, by identity; served by `messages_by_identity`. */
export async function messagesByIdentity(tx: Db, identities: string[], inboxId: number): Promise<KnownMessage[]> {
  return prepared<KnownMessage>(tx, selectByIdentity).all(inboxId, inboxId, JSON.stringify(identities));
}

export type ProviderMessage = KnownMessage & { providerMessageId: string };

/** Messages that an account has under these X-GM-MSGIDs, one each; served by `placements_by_provider_message`. */
export async function messagesByProviderId(
  tx: Db,
  accountId: number,
  providerMessageIds: string[],
): Promise<ProviderMessage[]> {
  return prepared<ProviderMessage>(tx, selectByProviderId).all(JSON.stringify(providerMessageIds), accountId);
}

/** Conversations of an account's messages with these X-GM-THRIDs, by thread; served by `placements_by_provider_thread`. */
export async function conversationsOfThreads(
  tx: Db,
  accountId: number,
  providerThreadIds: string[],
): Promise<Map<string, number[]>> {
  if (providerThreadIds.length === 0) return new Map();
  const rows = prepared<{ threadId: string; conversationId: number }>(tx, selectOfThreads).all(
    JSON.stringify(providerThreadIds),
    accountId,
  );
  const byThread = Map.groupBy(rows, (row) => row.threadId);
  return new Map([...byThread].map(([threadId, list]) => [threadId, list.map((row) => row.conversationId)]));
}

export type SentMessage = KnownMessage & { sendId: number; internetMessageId: string; fromAddress: string };

/** What this account was told to send, by Message-ID; served by `sends_by_internet_message_id`. */
export async function sentMessages(tx: Db, accountId: number, internetMessageIds: string[]): Promise<SentMessage[]> {
  return prepared<SentMessage>(tx, selectSent).all(JSON.stringify(internetMessageIds), accountId);
}

export type KnownPlacement = {
  id: number;
  uid: number;
  messageId: number;
  conversationId: number;
  missingSince: number | null;
};

/** Placements of a folder's current generation, by UID; served by `placements_by_folder_uid`. */
export async function placementsByUid(
  tx: Db,
  folderId: number,
  generation: number,
  uids: number[],
): Promise<KnownPlacement[]> {
  return prepared<KnownPlacement>(tx, selectByUid).all(JSON.stringify(uids), folderId, generation);
}

/** Placements that a UIDVALIDITY change left behind in a folder and that may be given their new UID, lowest first. */
export async function formerPlacements(
  tx: Db,
  folderId: number,
  generation: number,
  messageIds: number[],
): Promise<{ id: number; messageId: number }[]> {
  return prepared<{ id: number; messageId: number }>(tx, selectFormer).all(
    JSON.stringify(messageIds),
    folderId,
    generation,
  );
}

/** Of a message `m`, for two parameters that both are the inbox. */
export const isInInbox = `
  (exists (select 1 from placements p join accounts a on a.id = p.account_id where p.message_id = m.id and a.inbox_id = ?)
    or exists (select 1 from sends s join accounts a on a.id = s.account_id where s.message_id = m.id and a.inbox_id = ?))`;

const selectByIdentity = `
  select m.id, m.identity, m.conversation_id as conversationId, ${isInInbox} as isInInbox
  from json_each(?) j cross join messages m on m.identity = j.value`;

const selectByProviderId = `
  select m.id, m.identity, m.conversation_id as conversationId, 1 as isInInbox, j.value as providerMessageId
  from json_each(?) j
  cross join messages m on m.id = (
    select p.message_id from placements p where p.account_id = ? and p.provider_message_id = j.value order by p.id limit 1)`;

const selectOfThreads = `
  select distinct p.provider_thread_id as threadId, m.conversation_id as conversationId
  from json_each(?) j
  cross join placements p on p.account_id = ? and p.provider_thread_id = j.value
  join messages m on m.id = p.message_id
  order by m.conversation_id`;

const selectSent = `
  select m.id, m.identity, m.conversation_id as conversationId, 1 as isInInbox, s.id as sendId,
    s.internet_message_id as internetMessageId, m.from_address as fromAddress
  from json_each(?) j cross join sends s on s.internet_message_id = j.value and s.account_id = ? join messages m on m.id = s.message_id`;

const selectByUid = `
  select p.id, p.uid, p.message_id as messageId, m.conversation_id as conversationId, p.missing_since as missingSince
  from json_each(?) j
  cross join placements p on p.folder_id = ? and p.generation = ? and p.uid = j.value
  join messages m on m.id = p.message_id`;

const selectFormer = `
  select p.id, p.message_id as messageId
  from json_each(?) j cross join placements p on p.message_id = j.value and p.folder_id = ? and p.generation < ?
  order by p.uid`;
