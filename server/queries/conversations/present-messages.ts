import type { Db } from "#db/dialect/sqlite";
import {
  attachmentsOfMessages,
  firstMailFrom,
  messagesOfConversation,
  placementsOfMessages,
  sendsOfMessages,
} from "#db/queries/conversations/conversation-messages";
import type { Message } from "#lib/contracts/message";
import { joinFlags } from "#lib/mail/flags";
import { warningsOf } from "./message-warnings.ts";

type MessageRow = Awaited<ReturnType<typeof messagesOfConversation>>[number];
type PlacementRow = Awaited<ReturnType<typeof placementsOfMessages>>[number];
type AttachmentRow = Awaited<ReturnType<typeof attachmentsOfMessages>>[number];
type SendRow = Awaited<ReturnType<typeof sendsOfMessages>>[number];

/** More is not read at one sitting, and would make the answer megabytes. */
const messagesMax = 500;

/** The messages of a conversation that these inboxes hold, oldest first, with a query per kind of thing they carry. */
export async function presentMessages(db: Db, inboxIds: number[], conversationId: number): Promise<Message[]> {
  const rows = await messagesOfConversation(db, inboxIds, conversationId, messagesMax);
  const ids = rows.map((row) => row.id);
  const placements = Map.groupBy(await placementsOfMessages(db, inboxIds, ids), (row) => row.messageId);
  const attachments = Map.groupBy(await attachmentsOfMessages(db, ids), (row) => row.messageId);
  const sends = Map.groupBy(await sendsOfMessages(db, ids), (row) => row.messageId);
  const senders = new Set(rows.filter((row) => row.direction === "in").map((row) => row.fromAddress));
  const firstMails = await firstMailFrom(db, inboxIds, [...senders]);
  const firstAt = new Map(firstMails.map((row) => [row.address, row.firstAt]));

  return rows.map((row) => {
    const [send] = sends.get(row.id) ?? [];
    const isFirst = row.direction === "in" && firstAt.get(row.fromAddress) === row.receivedAt.getTime();
    return Object.assign(ownFields(row), placeFields(placements.get(row.id) ?? []), {
      attachments: (attachments.get(row.id) ?? []).map(presentAttachment),
      send: send ? presentSend(send) : null,
      warnings: warningsOf(row, isFirst),
    });
  });
}

function presentAttachment({ id, filename, contentType, sizeBytes, inline, contentId }: AttachmentRow) {
  return { id, filename, contentType, sizeBytes, inline, contentId };
}

function presentSend({ id, state, lastError, notBefore }: SendRow) {
  return { id, state, lastError, notBefore: notBefore.toISOString() };
}

function ownFields(row: MessageRow) {
  return {
    id: row.id,
    internetMessageId: row.internetMessageId,
    direction: row.direction,
    from: { name: row.fromName, address: row.fromAddress },
    to: row.to,
    cc: row.cc,
    replyTo: row.replyTo,
    subject: row.subject,
    sentAt: row.sentAt?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    preview: row.preview,
    bodyState: row.bodyState,
    hasHtml: row.bodyState === "none" ? row.parts.some(isHtmlText) : row.hasStoredHtml === 1,
    threadedBy: row.threadedBy,
    author: row.authorId === null ? null : { id: row.authorId, name: row.authorName ?? "" },
  };
}

const isHtmlText = (part: MessageRow["parts"][number]) =>
  part.contentType === "text/html" && part.disposition !== "attachment";

/** Seen once it is seen in every place, as the counts of the list have it. */
function placeFields(rows: PlacementRow[]) {
  return {
    seen: rows.every((row) => row.seen),
    flagged: rows.some((row) => row.flagged),
    placements: rows.map((row) => ({
      accountId: row.accountId,
      folderId: row.folderId,
      uid: row.uid,
      flags: joinFlags(row),
    })),
  };
}
