import type { OutboxFolder } from "#db/queries/outbox/outbox-account";
import type { OutboxContext } from "../../context.ts";
import { settleFolderAct } from "./settle-folder-act.ts";

export async function createFolder(context: OutboxContext, operationId: number, folder: OutboxFolder): Promise<void> {
  const path = await context.sessions.run(context.account.id, 0, async (session) => {
    const listed = await session.listFolders();
    const prefix = listed[0]?.namespacePrefix ?? "";
    // Of a mailbox with nothing but INBOX nobody knew the prefix when this was wished for.
    const wanted = folder.path.startsWith(prefix) ? folder.path : prefix + folder.path;
    await session.createFolder(wanted);
    return wanted;
  });
  await settleFolderAct(context, operationId, [
    { folderId: folder.id, patch: { path, selectable: true, subscribed: true } },
  ]);
}
