import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { OperationPayload } from "#lib/contracts/operation";
import type { AccountMode, FolderRole, MessageDirection, OperationKind } from "#lib/contracts/vocabulary";
import { rolesOfLabels } from "#lib/mail/labels";
import type { Db } from "../../dialect/sqlite.ts";
import { accounts, folders, messages, operations, placements } from "../../schema/index.ts";
import { isHidden } from "../hidden-placement.ts";

/** A live placement of a conversation, as an act needs it. */
export type ActPlace = {
  placementId: number;
  messageId: number;
  direction: MessageDirection;
  receivedAt: Date;
  accountId: number;
  mode: AccountMode;
  /** Where the server has it, and what that folder is. */
  folderId: number;
  role: FolderRole;
  movingToFolderId: number | null;
  /** Where agents see it. */
  shownRole: FolderRole;
  /** The All Mail of an account that is synced by Gmail's labels; else null. */
  allMailId: number | null;
  labels: string[];
  keywords: string[];
  /** False where the server would forget a keyword. */
  keepsKeywords: boolean | null;
  seen: boolean;
  flagged: boolean;
};

/** Every live placement in accounts of these inboxes, oldest message first; served by `messages_by_conversation`, `placements_by_message`. */
export async function placesOfConversation(db: Db, inboxIds: number[], conversationId: number): Promise<ActPlace[]> {
  const shownRole = sql<FolderRole | null>`(select t.role from folders t where t.id = ${placements.movingToFolderId})`;
  // Where labels are folders of their own for now, because Gmail does not show All Mail, a move is a move.
  const allMailId = sql<number | null>`(
    select h.id from folders h where h.account_id = ${accounts.id} and h.holds_labels = 1
      and exists (select 1 from folders l where l.account_id = ${accounts.id} and l.label is not null)
    order by h.missing_since limit 1)`;
  const rows = await db
    .select({
      placementId: placements.id,
      messageId: messages.id,
      direction: messages.direction,
      receivedAt: messages.receivedAt,
      accountId: accounts.id,
      mode: accounts.mode,
      folderId: folders.id,
      role: folders.role,
      movingToFolderId: placements.movingToFolderId,
      shownRole,
      allMailId,
      labels: placements.labels,
      keywords: placements.keywords,
      keepsKeywords: folders.keepsKeywords,
      seen: placements.seen,
      flagged: placements.flagged,
    })
    .from(messages)
    .crossJoin(placements)
    .crossJoin(accounts)
    .innerJoin(folders, eq(folders.id, placements.folderId))
    .where(
      and(
        eq(messages.conversationId, conversationId),
        eq(placements.messageId, messages.id),
        isNull(placements.missingSince),
        sql.raw(`not ${isHidden("placements")}`),
        eq(accounts.id, placements.accountId),
        inArray(accounts.inboxId, inboxIds),
      ),
    )
    .orderBy(asc(messages.receivedAt), asc(messages.id), asc(placements.id));
  return rows.map((row) => Object.assign(row, { shownRole: shownRoleOf(row) }));
}

function shownRoleOf(place: Omit<ActPlace, "shownRole"> & { shownRole: FolderRole | null }): FolderRole {
  const isInAllMail = (place.movingToFolderId ?? place.folderId) === place.allMailId;
  const role = place.shownRole ?? place.role;
  return isInAllMail ? (rolesOfLabels(place.labels, [])[0] ?? role) : role;
}

/** An operation that is not settled yet. */
export type Waiting = {
  id: number;
  placementId: number | null;
  payload: OperationPayload;
  /** Nobody has begun it, so it can still be taken back. */
  isUntouched: boolean;
};

/** In the order they were wished; served by `operations_by_placement`. */
export async function waitingOperations(db: Db, kind: OperationKind, placementIds: number[]): Promise<Waiting[]> {
  const rows = await db
    .select({
      id: operations.id,
      placementId: operations.placementId,
      payload: operations.payload,
      state: operations.state,
      attemptCount: operations.attemptCount,
    })
    .from(operations)
    .where(
      and(
        eq(operations.kind, kind),
        inArray(operations.placementId, placementIds),
        inArray(operations.state, ["pending", "inflight", "uncertain"]),
      ),
    )
    .orderBy(asc(operations.id));
  return rows.map(({ state, attemptCount, ...row }) =>
    Object.assign(row, { isUntouched: state === "pending" && attemptCount === 0 }),
  );
}

export async function takeBackOperations(tx: Db, ids: number[], settledAt: Date): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(operations).set({ state: "cancelled", settledAt }).where(inArray(operations.id, ids));
}

export async function changeOperation(tx: Db, id: number, payload: OperationPayload): Promise<void> {
  await tx.update(operations).set({ payload }).where(eq(operations.id, id));
}

export async function showPlacementIn(tx: Db, placementIds: number[], movingToFolderId: number | null): Promise<void> {
  await tx.update(placements).set({ movingToFolderId }).where(inArray(placements.id, placementIds));
}

export async function markPlaces(
  tx: Db,
  placementIds: number[],
  flags: { seen: boolean } | { flagged: boolean } | { keywords: string[] },
): Promise<void> {
  await tx.update(placements).set(flags).where(inArray(placements.id, placementIds));
}
