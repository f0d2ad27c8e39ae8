import { markFolder } from "#db/queries/outbox/folder-acts";
import type { Agent } from "#server/auth/agent";
import { requireChangeableFolder } from "./require-folder.ts";
import { wishForFolder } from "./wish-for-folder.ts";

/** Whether other mail programs of the account show a folder; here it is shown in any case. */
export async function subscribeFolder(agent: Agent, folderId: number, subscribed: boolean): Promise<void> {
  await wishForFolder(async (tx) => {
    const { folder, account } = await requireChangeableFolder(tx, agent, folderId);
    if (folder.subscribed === subscribed) return null;
    await markFolder(tx, folderId, { pendingAct: "subscribe", subscribed, actFailure: "" });
    return { account, payload: { kind: "subscribe-folder", folderId, subscribed } };
  });
}
