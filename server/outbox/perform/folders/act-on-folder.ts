import { outboxFolder } from "#db/queries/outbox/outbox-account";
import { store } from "../../../store.ts";
import type { FolderBatch } from "../../claim-batch.ts";
import type { OutboxContext } from "../../context.ts";
import { HopelessError } from "../../outcome.ts";
import { createFolder } from "./create-folder.ts";
import { deleteFolder } from "./delete-folder.ts";
import { renameFolder } from "./rename-folder.ts";
import { subscribeFolder } from "./subscribe-folder.ts";

/** What an agent wants of a folder itself. Each may be begun again after a crash: what is done already is seen in the list. */
export async function actOnFolder(context: OutboxContext, { operations }: FolderBatch): Promise<void> {
  const [operation] = operations;
  const { payload } = operation ?? {};
  if (!operation || !payload || !("folderId" in payload) || payload.kind === "remove-draft") return;
  const folder = await outboxFolder(store().read, payload.folderId);
  if (!folder || folder.accountId !== context.account.id) throw new HopelessError("That folder no longer exists.");
  switch (payload.kind) {
    case "create-folder":
      return createFolder(context, operation.id, folder);
    case "rename-folder":
      return renameFolder(context, operation.id, folder, payload.toPath);
    case "delete-folder":
      return deleteFolder(context, operation.id, folder, payload.mail);
    case "subscribe-folder":
      return subscribeFolder(context, operation.id, folder, payload.subscribed);
    default:
      return payload satisfies never;
  }
}
