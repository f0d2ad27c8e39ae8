/**
 * Puts the sample mails into their account, by the ways of mail that a server sent: one commit a folder, which says that the folder is
 * full. So what a kill cuts short goes on with the next folder.
 */
import type { AccountRow } from "#db/queries/sync/accounts";
import { foldersOf, insertFolder, type FolderRow } from "#db/queries/sync/folders";
import { commit } from "#server/events/commit";
import { now } from "#server/clock";
import type { HeaderRow } from "#server/imap/session";
import { headerLength } from "#server/mime/header-fields";
import { mimeLeaves } from "#server/mime/parse-mime";
import { store } from "#server/store";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { recordMessages } from "../record.ts";
import type { SyncContext } from "../sync-context.ts";
import { sampleFolders, type SampleFolder, type SampleMail } from "./mails/sample-mail.ts";
import { sampleUidValidity } from "./sample-uids.ts";

const roles: Record<SampleFolder, FolderRole> = {
  INBOX: "inbox", Sent: "sent", Drafts: "drafts", Archive: "archive", Junk: "junk", Trash: "trash", Suppliers: "none",
}; // prettier-ignore

export async function fillSample(context: SyncContext, mails: readonly SampleMail[]): Promise<void> {
  await makeFolders(context.account);
  for (const folder of await foldersOf(store().read, context.account.id)) {
    if (folder.backfillDone) continue;
    const rows = await rowsOf(mails.filter((mail) => mail.folder === folder.path));
    await recordMessages(context, folder, {
      rows,
      unreadable: [],
      isHistory: true,
      newsSince: null,
      frontier: fullFolder(rows.length),
    });
  }
  await context.teller.flush();
}

async function makeFolders({ id: accountId, inboxId }: AccountRow): Promise<void> {
  await commit(async (tx, changed) => {
    const there = new Set((await foldersOf(tx, accountId)).map((folder) => folder.path));
    for (const path of sampleFolders) {
      if (there.has(path)) continue;
      const role = roles[path];
      const { id: folderId } = await insertFolder(tx, {
        accountId, path, name: path, delimiter: "/", role, roleSource: role === "none" ? "none" : "server", uidValidity: sampleUidValidity,
        keepsKeywords: true, createdAt: now(),
      }); // prettier-ignore
      changed({ type: "folder.changed", folderId, accountId, inboxIds: [inboxId] });
    }
  });
}

const fullFolder = (count: number): Partial<FolderRow> => ({
  uidNext: count + 1,
  frontier: count + 1,
  backfillFrontier: 1,
  backfillDone: true,
  serverCount: count,
  lastSyncedAt: now(),
});

async function rowsOf(mails: readonly SampleMail[]): Promise<HeaderRow[]> {
  const rows: HeaderRow[] = [];
  for (const [index, { source, flags, receivedAt }] of mails.entries()) {
    const bytes = await source();
    rows.push({
      uid: index + 1,
      flags,
      modseq: null,
      receivedAt,
      sizeBytes: bytes.length,
      headers: bytes.subarray(0, headerLength(bytes)),
      parts: mimeLeaves(bytes).map((leaf) => leaf.part),
    });
  }
  return rows;
}
