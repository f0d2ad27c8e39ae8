import { foldersBelow } from "#db/queries/outbox/folder-acts";
import { fillMembership, folderWithLabels, renameLabel } from "#db/queries/labels/label-folders";
import type { OutboxFolder } from "#db/queries/outbox/outbox-account";
import type { ImapSession, RemoteFolder } from "../../../imap/session.ts";
import { commit } from "../../../events/commit.ts";
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
  const renamed = below.map((one) => {
    const now = moved.get(one.path) ?? one.path;
    // A label is called like the folder that shows it, but for Gmail's own.
    const label = one.label === one.path ? now : one.label;
    const name = delimiter ? now.slice(now.lastIndexOf(delimiter) + 1) : now;
    return { id: one.id, formerLabel: one.label, patch: { path: now, name, label } };
  });
  const outcomes = renamed.map(({ id, patch }) => ({ folderId: id, patch }));
  await settleFolderAct(context, operationId, outcomes, async (tx) => {
    for (const { id, formerLabel, patch } of renamed)
      if (formerLabel !== null && patch.label !== null) renameLabel(tx, id, formerLabel, patch.label);
  });
  if (renamed.some(({ formerLabel }) => formerLabel !== null)) await fileUnderLabels(folder.accountId);
}

/** What was read with the new name, before it was known here, lies in no folder yet. */
async function fileUnderLabels(accountId: number): Promise<void> {
  const allMailId = folderWithLabels(store().read, accountId);
  for (let after: number | null = allMailId === undefined ? null : 0; after !== null;) {
    const from: number = after;
    after = await commit(async (tx) => fillMembership(tx, allMailId ?? 0, from, filedMax));
  }
}

const filedMax = 2000;

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
