import { foldersBelow } from "#db/queries/outbox/folder-acts";
import { primaryFolder, type OutboxFolder } from "#db/queries/outbox/outbox-account";
import { deleteFolder as forgetFolder } from "#db/queries/sync/folders";
import { conversationsInFolder, livePlacements, setMissing } from "#db/queries/sync/placements";
import type { DeletedFolderMail } from "#lib/contracts/account";
import { now } from "../../../clock.ts";
import { commit } from "../../../events/commit.ts";
import type { ImapSession } from "../../../imap/session.ts";
import { store } from "../../../store.ts";
import type { OutboxContext } from "../../context.ts";
import { HopelessError } from "../../outcome.ts";
import { tellConversations } from "../../tell.ts";
import { emptyInto } from "./empty-into.ts";
import { settleFolderAct } from "./settle-folder-act.ts";

const chunkMax = 500;

/** Takes a folder and all that lie in it away, the deepest first; with `trash` their mail is moved there before. */
export async function deleteFolder(
  context: OutboxContext,
  operationId: number,
  folder: OutboxFolder,
  mail: DeletedFolderMail,
): Promise<void> {
  const stored = await foldersBelow(store().read, folder.accountId, folder.path, folder.delimiter);
  const isLabel = stored.every((one) => one.label !== null || !one.selectable);
  // Gmail keeps the mail of a label where it lies.
  const trash = mail === "trash" && !isLabel ? await trashOf(folder) : null;
  await context.sessions.run(context.account.id, 0, async (session) => {
    for (const { path, selectable } of await doomedFolders(session, folder)) {
      if (trash && selectable) await emptyInto(session, context.account.id, path, trash);
      await session.deleteFolder(path);
      await session.subscribeFolder(path, false).catch((error: unknown) => {
        if (!session.isOpen) throw error;
      });
    }
  });
  // A label that a list does not name any more comes off its mail when sync has seen a second one.
  const labels = isLabel ? stored.map(({ id }) => ({ folderId: id, patch: { missingSince: now() } })) : [];
  const folders = isLabel ? [] : stored;
  for (const { id } of folders) await forgetMail(id);
  await settleFolderAct(context, operationId, labels, async (tx) => {
    for (const { id } of folders) await forgetFolder(tx, id);
  });
}

async function trashOf(folder: OutboxFolder): Promise<OutboxFolder> {
  const trash = await primaryFolder(store().read, folder.accountId, "trash");
  if (!trash) throw new HopelessError("This account has no Trash folder to move the mail to.");
  return trash;
}

async function doomedFolders(session: ImapSession, { path, delimiter }: OutboxFolder) {
  const inside = path + delimiter;
  const listed = await session.listFolders();
  return listed
    .filter((one) => one.path === path || (delimiter !== "" && one.path.startsWith(inside)))
    .sort((a, b) => b.path.length - a.path.length);
}

/** What lay there is out of sight at once; sync finds again what was moved elsewhere. */
async function forgetMail(folderId: number): Promise<void> {
  const conversationIds = await conversationsOf(folderId);
  let count = chunkMax;
  while (count === chunkMax) {
    count = await commit(async (tx) => {
      const rows = await livePlacements(tx, folderId, chunkMax);
      const ids = rows.map((row) => row.id);
      await setMissing(tx, ids, now());
      return rows.length;
    });
  }
  for (let start = 0; start < conversationIds.length; start += chunkMax) {
    await commit((tx, changed) => tellConversations(tx, changed, conversationIds.slice(start, start + chunkMax)));
  }
}

async function conversationsOf(folderId: number): Promise<number[]> {
  const all: number[] = [];
  for (;;) {
    const ids = await conversationsInFolder(store().read, folderId, all.at(-1) ?? 0, chunkMax);
    all.push(...ids);
    if (ids.length < chunkMax) return all;
  }
}
