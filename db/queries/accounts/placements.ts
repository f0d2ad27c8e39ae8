import { and, desc, eq, exists, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, folders, inboxMembers, messages, placementLabels, placements } from "../../schema/index.ts";

export type PlacementRow = Awaited<ReturnType<typeof pageOfPlacements>>[number];

/** Whether the folder belongs to an inbox of this agent: mail is for members, whatever their role. */
export async function mayReadFolder(db: Db, agentId: number, folderId: number): Promise<boolean> {
  const membership = db
    .select({ agentId: inboxMembers.agentId })
    .from(inboxMembers)
    .where(and(eq(inboxMembers.inboxId, accounts.inboxId), eq(inboxMembers.agentId, agentId)));
  const rows = await db
    .select({ id: folders.id })
    .from(folders)
    .innerJoin(accounts, eq(accounts.id, folders.accountId))
    .where(and(eq(folders.id, folderId), isNull(accounts.removedAt), exists(membership)));
  return rows.length > 0;
}

/**
 * What is believed to be on the server, by UID descending, below `beforeUid`; served by `placements_by_folder_uid`. Of one of Gmail's
 * labels it is what carries it, by UID of All Mail; served by `placement_labels_by_folder`.
 */
export async function pageOfPlacements(db: Db, folderId: number, beforeUid: number | null, limit: number) {
  const isHere = (await isLabel(db, folderId))
    ? inArray(
        placements.id,
        db
          .select({ id: placementLabels.placementId })
          .from(placementLabels)
          .where(eq(placementLabels.folderId, folderId)),
      )
    : eq(placements.folderId, folderId);
  return db
    .select({
      uid: placements.uid,
      seen: placements.seen,
      flagged: placements.flagged,
      answered: placements.answered,
      draft: placements.draft,
      deleted: placements.deleted,
      keywords: placements.keywords,
      labels: placements.labels,
      receivedAt: placements.receivedAt,
      messageId: messages.id,
      internetMessageId: messages.internetMessageId,
      subject: messages.subject,
      fromName: messages.fromName,
      fromAddress: messages.fromAddress,
      sizeBytes: messages.sizeBytes,
      conversationId: messages.conversationId,
    })
    .from(placements)
    .innerJoin(folders, and(eq(folders.id, placements.folderId), eq(folders.generation, placements.generation)))
    .innerJoin(messages, eq(messages.id, placements.messageId))
    .where(and(isHere, isNull(placements.missingSince), beforeUid === null ? undefined : lt(placements.uid, beforeUid)))
    .orderBy(desc(placements.uid))
    .limit(limit);
}

async function isLabel(db: Db, folderId: number): Promise<boolean> {
  return (await db.$count(folders, and(eq(folders.id, folderId), isNotNull(folders.label)))) > 0;
}
