import type { OutboxFolder } from "#db/queries/outbox/outbox-account";
import type { OutboxContext } from "../../context.ts";
import { pathInNamespace } from "./path-in-namespace.ts";
import { settleFolderAct } from "./settle-folder-act.ts";

export async function createFolder(context: OutboxContext, operationId: number, folder: OutboxFolder): Promise<void> {
  const path = await context.sessions.run(context.account.id, 0, async (session) => {
    const wanted = await pathInNamespace(session, folder.path);
    await session.createFolder(wanted);
    return wanted;
  });
  await settleFolderAct(context, operationId, [
    { folderId: folder.id, patch: { path, selectable: true, subscribed: true } },
  ]);
}
