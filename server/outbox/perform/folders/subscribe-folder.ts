import type { OutboxFolder } from "#db/queries/outbox/outbox-account";
import type { OutboxContext } from "../../context.ts";
import { settleFolderAct } from "./settle-folder-act.ts";

export async function subscribeFolder(
  context: OutboxContext,
  operationId: number,
  folder: OutboxFolder,
  subscribed: boolean,
): Promise<void> {
  await context.sessions.run(context.account.id, 0, (session) => session.subscribeFolder(folder.path, subscribed));
  await settleFolderAct(context, operationId, [{ folderId: folder.id, patch: { subscribed } }]);
}
