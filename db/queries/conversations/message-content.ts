import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { OperationPayload } from "#lib/contracts/operation";
import type { AccountState, OperationState } from "#lib/contracts/vocabulary";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, attachments, messageBodies, messages, operations, placements, sends } from "../../schema/index.ts";
import { liesInInbox, listOf } from "./visible-message.ts";

/** A message that one of these inboxes holds, or undefined; served by its primary key. */
export async function findMessage(db: Db, inboxIds: number[], messageId: number) {
  const [row] = await db
    .select({
      id: messages.id,
      conversationId: messages.conversationId,
      subject: messages.subject,
      sentAt: messages.sentAt,
      receivedAt: messages.receivedAt,
      bodyState: messages.bodyState,
      preview: messages.preview,
      headers: messages.headers,
      text: sql<string>`coalesce(${messageBodies.text}, '')`,
      html: sql<string>`coalesce(${messageBodies.html}, '')`,
      sourceBlob: messages.sourceBlob,
      sentSourceBlob: sql<
        string | null
      >`(select ${sends.sourceBlob} from ${sends} where ${sends.messageId} = ${messages.id} limit 1)`,
    })
    .from(messages)
    .leftJoin(messageBodies, eq(messageBodies.messageId, messages.id))
    .where(and(eq(messages.id, messageId), liesInInbox(listOf(inboxIds))));
  return row;
}

/** Its parts that its HTML may name, by Content-ID or, for pictures, by name. */
export async function inlineParts(
  db: Db,
  messageId: number,
): Promise<{ id: number; contentId: string; filename: string }[]> {
  return db
    .select({ id: attachments.id, contentId: attachments.contentId, filename: attachments.filename })
    .from(attachments)
    .where(
      and(
        eq(attachments.messageId, messageId),
        sql`(${attachments.contentId} <> '' or ${attachments.contentType} like 'image/%')`,
      ),
    )
    .orderBy(asc(attachments.id));
}

export type FetchPlace = { accountId: number; placementId: number; state: AccountState };

/** Where a message can be fetched from, an account that is connected first; served by `placements_by_message`. */
export async function placeToFetchFrom(db: Db, inboxIds: number[], messageId: number): Promise<FetchPlace | undefined> {
  const [row] = await db
    .select({ accountId: accounts.id, placementId: placements.id, state: accounts.state })
    .from(placements)
    .crossJoin(accounts)
    .where(
      and(
        eq(placements.messageId, messageId),
        eq(accounts.id, placements.accountId),
        inArray(accounts.inboxId, inboxIds),
        sql`${placements.missingSince} is null`,
      ),
    )
    .orderBy(desc(sql`${accounts.state} in ('live', 'syncing')`), asc(placements.id))
    .limit(1);
  return row;
}

/** A wish for this content that is not settled yet; served by `operations_by_message`. */
export async function findFetch(db: Db, messageId: number, payload: OperationPayload): Promise<number | undefined> {
  const rows = await db
    .select({ id: operations.id, payload: operations.payload })
    .from(operations)
    .where(
      and(
        eq(operations.messageId, messageId),
        eq(operations.kind, payload.kind),
        inArray(operations.state, ["pending", "inflight", "uncertain"]),
      ),
    );
  const idOf = (one: OperationPayload) => (one.kind === "fetch-attachment" ? one.attachmentId : 0);
  return rows.find((row) => idOf(row.payload) === idOf(payload))?.id;
}

export async function addFetch(
  tx: Db,
  place: FetchPlace,
  messageId: number,
  payload: OperationPayload,
  at: Date,
): Promise<number> {
  const { accountId, placementId } = place;
  const row = {
    accountId,
    placementId,
    messageId,
    kind: payload.kind,
    payload,
    priority: 0,
    notBefore: at,
    createdAt: at,
  };
  const [added] = await tx.insert(operations).values(row).returning({ id: operations.id });
  if (!added) throw new Error("An insert returned no row.");
  return added.id;
}

/** A person waits for it now. */
export async function hurryFetch(tx: Db, id: number, notBefore: Date): Promise<void> {
  await tx
    .update(operations)
    .set({ priority: 0, notBefore })
    .where(and(eq(operations.id, id), eq(operations.state, "pending")));
}

export async function operationState(db: Db, id: number): Promise<OperationState | undefined> {
  const [row] = await db.select({ state: operations.state }).from(operations).where(eq(operations.id, id));
  return row?.state;
}
