import type { FolderRow } from "#db/queries/sync/folders";
import {
  messagesByIdentity,
  messagesByProviderId,
  placementsByUid,
  sentMessages,
  type KnownMessage,
  type KnownPlacement,
  type SentMessage,
} from "#db/queries/sync/known-messages";
import { markSentCopies } from "#db/queries/sync/sent-copies";
import { addOwnMessageId } from "#db/queries/outbox/outbox-sends";
import type { Db } from "#db/dialect/sqlite";
import { normalizeAddress } from "#lib/mail/address";
import { ownLabels } from "#lib/mail/labels";
import type { IncomingMessage } from "./recording/prepare-messages.ts";

/** One mail of a batch with every place it has in it (a folder may hold the same mail twice), and what is stored of it. */
export type Entry = { message: IncomingMessage; copies: IncomingMessage[]; known: KnownMessage | null };

/** With the placements that have these UIDs already. */
export type Batch = { entries: Entry[]; placed: Map<number, KnownPlacement> };

export async function recogniseMessages(
  tx: Db,
  folder: FolderRow,
  inboxId: number,
  incoming: IncomingMessage[],
): Promise<Batch> {
  const identities = [...new Set(incoming.map((message) => message.identity))];
  const known = new Map((await messagesByIdentity(tx, identities, inboxId)).map((row) => [row.identity, row]));
  const provided = await knownToProvider(tx, folder, incoming);
  const sent = await ownCopies(tx, folder, incoming, known);
  const uids = incoming.map((message) => message.place.uid);
  const stored = await placementsByUid(tx, folder.id, folder.generation, uids);
  const entries = new Map<string, Entry>();
  for (const message of incoming) {
    const match = sent.get(message) ?? provided.get(message) ?? known.get(message.identity) ?? null;
    const key = match ? `id:${match.id}` : message.identity;
    const entry = entries.get(key);
    if (entry) entry.copies.push(message);
    else entries.set(key, { message, copies: [message], known: match });
  }
  return { entries: [...entries.values()], placed: new Map(stored.map((row) => [row.uid, row])) };
}

/** What Gmail says is a mail that the account has already, whatever its headers look like. */
async function knownToProvider(
  tx: Db,
  folder: FolderRow,
  incoming: IncomingMessage[],
): Promise<Map<IncomingMessage, KnownMessage>> {
  const ids = incoming.flatMap(({ place }) => place.providerMessageId ?? []);
  if (ids.length === 0) return new Map();
  const byId = new Map(
    (await messagesByProviderId(tx, folder.accountId, ids)).map((row) => [row.providerMessageId, row]),
  );
  return new Map(
    incoming.flatMap((message): [IncomingMessage, KnownMessage][] => {
      const match = byId.get(message.place.providerMessageId ?? "");
      return match ? [[message, match]] : [];
    }),
  );
}

/** Copies of mails that we sent: the stored message is the one that was queued, whatever a server has made of its source since. */
async function ownCopies(
  tx: Db,
  folder: FolderRow,
  incoming: IncomingMessage[],
  known: Map<string, KnownMessage>,
): Promise<Map<IncomingMessage, SentMessage>> {
  const isSentFolder = folder.role === "sent" || folder.role === "all";
  const ids = incoming.flatMap((message) => [message.internetMessageId, ...(isSentFolder ? [message.ownToken] : [])]);
  const sent = new Map((await sentMessages(tx, folder.accountId, ids)).map((row) => [row.internetMessageId, row]));
  const copies = new Map<IncomingMessage, SentMessage>();
  for (const message of incoming) {
    const match = sent.get(message.internetMessageId);
    const isSame = match !== undefined && known.get(message.identity)?.id === match.id;
    const renamed = match || !isSentFolder ? undefined : renamedFrom(sent.get(message.ownToken), message);
    if (match && (isSame || isSentFolder || folder.role === "drafts")) copies.set(message, match);
    else if (renamed) copies.set(message, renamed);
    if (renamed && isSentMail(folder, message)) addOwnMessageId(tx, renamed.id, message.internetMessageId);
  }
  const found = [...copies.values()].map((match) => match.sendId);
  if (isSentFolder) await markSentCopies(tx, found);
  return copies;
}

const isSentMail = (folder: FolderRow, message: IncomingMessage) =>
  folder.role === "sent" || (folder.holdsLabels && message.place.labels.includes(ownLabels.sent));

/** Who received it knows the token, too; in the folder of everything lies also what others write. */
function renamedFrom(send: SentMessage | undefined, message: IncomingMessage): SentMessage | undefined {
  const isOurs = send && normalizeAddress(send.fromAddress) === normalizeAddress(message.from.address);
  return isOurs ? send : undefined;
}
