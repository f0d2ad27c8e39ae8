import { foldersBelow } from "#db/queries/outbox/folder-acts";
import type { OutboxFolder } from "#db/queries/outbox/outbox-account";
import type { ImapSession, RemoteFolder } from "../../../imap/session.ts";
import { store } from "../../../store.ts";
import type { OutboxContext } from "../../context.ts";
import { HopelessError } from "../../outcome.ts";
import { settleFolderAct } from "./settle-folder-act.ts";

export async function renameFolder(
  context: OutboxContext,
  operationId: number,
  folder: OutboxFolder,
  toPath: string,
): Promise<void> {
  const below = await foldersBelow(store().read, folder.accountId, folder.path, folder.delimiter);
  const moved = new Map(below.map((one) => [one.path, toPath + one.path.slice(folder.path.length)]));
  await context.sessions.run(context.account.id, 0, async (session) => {
    const listed = await session.listFolders();
    const paths = new Set(listed.map((one) => one.path));
    if (!paths.has(folder.path) && !paths.has(toPath)) throw new HopelessError("That folder no longer exists.");
    if (paths.has(folder.path) && paths.has(toPath)) throw new HopelessError("A folder of this name exists already.");
    if (paths.has(folder.path)) await session.renameFolder(folder.path, toPath);
    await carrySubscriptions(session, listed, moved);
  });
  const { delimiter } = folder;
  await settleFolderAct(
    context,
    operationId,
    below.map(({ id, path }) => {
      const now = moved.get(path) ?? path;
      return { folderId: id, patch: { path: now, name: delimiter ? now.slice(now.lastIndexOf(delimiter) + 1) : now } };
    }),
  );
}

/** RFC 3501 §6.3.9 leaves them at the old names. Only so that other mail programs go on showing the folders. */
async function carrySubscriptions(session: ImapSession, listed: RemoteFolder[], moved: ReadonlyMap<string, string>) {
  const isSubscribed = new Map(listed.map((folder) => [folder.path, folder.subscribed !== false]));
  for (const [from, to] of moved) {
    if (isSubscribed.get(from) === false) continue;
    await session.subscribeFolder(to, true).catch((error: unknown) => ifClosed(session, error));
    await session.subscribeFolder(from, false).catch((error: unknown) => ifClosed(session, error));
  }
}

function ifClosed(session: ImapSession, error: unknown): void {
  if (!session.isOpen) throw error;
}
