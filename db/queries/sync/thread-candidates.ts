import type { MailAddress } from "#lib/contracts/address";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { isInInbox } from "./known-messages.ts";

export type ThreadCandidate = {
  messageId: number;
  conversationId: number;
  internetMessageId: string;
  aliases: string[];
  references: string[];
  fromAddress: string;
  participants: string[];
};

/** A reference that more mails name than this (a ticket system's one id for all) is looked up for so many of them only. */
export const holdersMax = 200;

/**
 * Which stored messages have or name any of these ids, by id.
 * Served by `message_refs_by_ref_message` and `messages_by_internet_message_id`.
 */
export async function refHolders(tx: Db, ids: string[]): Promise<Map<string, number[]>> {
  const list = JSON.stringify(ids);
  const rows = prepared<[string, number]>(tx, selectHolders).raw().all(list, holdersMax, list);
  const holders = new Map<string, number[]>();
  for (const [id, messageId] of rows) {
    const known = holders.get(id);
    if (known) known.push(messageId);
    else holders.set(id, [messageId]);
  }
  return holders;
}

/**
 * What threading has to know of these messages, those left out that have no place in the inbox. Only what was written here goes by
 * other ids than its own.
 */
export async function threadCandidates(tx: Db, messageIds: number[], inboxId: number): Promise<ThreadCandidate[]> {
  const rows = prepared<CandidateRow>(tx, selectCandidates).all(JSON.stringify(messageIds), inboxId, inboxId);
  return rows.map(candidateOf);
}

/** The same of every message of these conversations; served by `messages_by_conversation`. */
export async function conversationCandidates(
  tx: Db,
  conversationIds: number[],
  inboxId: number,
): Promise<ThreadCandidate[]> {
  const list = JSON.stringify(conversationIds);
  return prepared<CandidateRow>(tx, selectOfConversations).all(list, inboxId, inboxId).map(candidateOf);
}

function candidateOf(row: CandidateRow): ThreadCandidate {
  return {
    messageId: row.messageId,
    conversationId: row.conversationId,
    internetMessageId: row.internetMessageId,
    aliases: JSON.parse(row.aliases) as string[],
    references: namedIds(JSON.parse(row.references) as string[], row.inReplyTo),
    fromAddress: row.fromAddress,
    participants: [
      row.fromAddress,
      ...[row.to, row.cc, row.replyTo].flatMap((list) => (JSON.parse(list) as MailAddress[]).map((one) => one.address)),
    ],
  };
}

/** References and In-Reply-To, each id once. */
export function namedIds(references: string[], inReplyTo: string): string[] {
  return inReplyTo === "" || references.includes(inReplyTo) ? references : [...references, inReplyTo];
}

type CandidateRow = Omit<ThreadCandidate, "aliases" | "references" | "participants"> & {
  aliases: string;
  references: string;
  inReplyTo: string;
  to: string;
  cc: string;
  replyTo: string;
};

const selectHolders = `
  select j.value, r.message_id
  from json_each(?) j
  cross join message_refs r on r.rowid in (select n.rowid from message_refs n where n.internet_message_id = j.value limit ?)
  union
  select j.value, m.id from json_each(?) j cross join messages m on m.internet_message_id = j.value`;

const selected = `
  select m.id as messageId, m.conversation_id as conversationId, m.internet_message_id as internetMessageId,
    m."references", m.in_reply_to as inReplyTo, m.from_address as fromAddress, m."to", m.cc, m.reply_to as replyTo,
    case when m.author_id is null then '[]' else (
      select json_group_array(r.internet_message_id) from message_refs r
      where r.message_id = m.id and r.is_self = 1 and r.internet_message_id <> m.internet_message_id) end as aliases`;

const selectCandidates = `${selected}
  from json_each(?) j cross join messages m on m.id = j.value
  where ${isInInbox}
  order by m.id`;

const selectOfConversations = `${selected}
  from json_each(?) j cross join messages m on m.conversation_id = j.value
  where ${isInInbox}
  order by m.id`;
