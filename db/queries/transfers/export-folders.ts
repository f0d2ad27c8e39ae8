import { and, asc, eq, inArray, isNull, ne, or } from "drizzle-orm";
import type { AgentRole } from "#lib/contracts/vocabulary";
import { sampleProvider } from "#lib/providers/sample";
import { prepared, type Db } from "../../dialect/sqlite.ts";
import { accounts, agents, folders, inboxMembers } from "../../schema/index.ts";

export type ExportFolder = Awaited<ReturnType<typeof exportFolders>>[number];

/** Who asked, as they are now; undefined for one who is gone or no longer works here. */
export async function findExporter(db: Db, agentId: number | null) {
  if (agentId === null) return undefined;
  const [agent] = await db
    .select({ id: agents.id, role: agents.role })
    .from(agents)
    .where(and(eq(agents.id, agentId), isNull(agents.deactivatedAt)));
  return agent;
}

/** Accounts whose mail they may take out: of their inboxes and their own, for an admin all. Sample mail stays where it is. */
export async function exportableAccountIds(db: Db, { id, role }: { id: number; role: AgentRole }): Promise<number[]> {
  const mine = db.select({ id: inboxMembers.inboxId }).from(inboxMembers).where(eq(inboxMembers.agentId, id));
  const rows = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        isNull(accounts.removedAt),
        ne(accounts.provider, sampleProvider),
        role === "admin" ? undefined : or(inArray(accounts.inboxId, mine), eq(accounts.ownerId, id)),
      ),
    )
    .orderBy(asc(accounts.id));
  return rows.map((row) => row.id);
}

/**
 * Folders to be exported, by account and path: what holds mail itself. A label's mail lies in the folder that holds labels, so a label is
 * among them only when it is named.
 * @param folderIds null for all of these accounts
 */
export async function exportFolders(db: Db, accountIds: readonly number[] | null, folderIds: readonly number[] | null) {
  return db
    .select({
      id: folders.id,
      accountId: folders.accountId,
      accountName: accounts.name,
      path: folders.path,
      delimiter: folders.delimiter,
      role: folders.role,
      label: folders.label,
    })
    .from(folders)
    .innerJoin(accounts, eq(accounts.id, folders.accountId))
    .where(
      and(
        accountIds === null ? undefined : inArray(folders.accountId, [...accountIds]),
        folderIds === null
          ? and(eq(folders.selectable, true), isNull(folders.label))
          : inArray(folders.id, [...folderIds]),
      ),
    )
    .orderBy(asc(folders.accountId), asc(folders.path));
}

/** Accounts among these whose mail is still coming in for the first time. */
export async function accountsComingIn(db: Db, folderIds: readonly number[]) {
  return db
    .selectDistinct({ id: accounts.id, name: accounts.name })
    .from(folders)
    .innerJoin(accounts, eq(accounts.id, folders.accountId))
    .where(
      and(
        inArray(folders.id, [...folderIds]),
        eq(folders.backfillDone, false),
        isNull(folders.label),
        isNull(folders.missingSince),
        eq(folders.selectable, true),
        inArray(accounts.state, ["connecting", "syncing"]),
      ),
    );
}

/** Mails of a scope, their bytes, and those whose source is not here; served by `placements_by_folder_uid` and `placement_labels_by_folder`. */
export function exportSize(db: Db, folderIds: readonly number[]) {
  const ids = JSON.stringify(folderIds);
  return prepared<{ mailCount: number; bytes: number; missingCount: number; missingBytes: number }>(
    db,
    `with places (message_id) as (
       select p.message_id from json_each(?) j cross join placements p on p.folder_id = j.value where p.missing_since is null
       union all
       select p.message_id from json_each(?) j cross join placement_labels l on l.folder_id = j.value
       cross join placements p on p.id = l.placement_id where p.missing_since is null)
     select count(*) as mailCount, coalesce(sum(m.size_bytes), 0) as bytes,
       coalesce(sum(m.source_blob is null), 0) as missingCount,
       coalesce(sum(case when m.source_blob is null then m.size_bytes else 0 end), 0) as missingBytes
     from places cross join messages m on m.id = places.message_id`,
  ).get(ids, ids);
}
