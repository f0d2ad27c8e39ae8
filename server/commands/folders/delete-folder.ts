import { primaryFolder } from "#db/queries/outbox/outbox-account";
import { foldersBelow, markFolder } from "#db/queries/outbox/folder-acts";
import type { DeletedFolderMail } from "#lib/contracts/account";
import type { Agent } from "#server/auth/agent";
import { AppError } from "#server/errors";
import { forgetFolder } from "./forget-folder.ts";
import { refuseForInbox, requireChangeableFolder } from "./require-folder.ts";
import { wishForFolder } from "./wish-for-folder.ts";

/** Takes a folder away, with all that lie in it. What lay in Trash already is deleted with it, whatever `mail` says. */
export async function deleteFolder(agent: Agent, folderId: number, mail: DeletedFolderMail): Promise<void> {
  let wasNeverMade = false;
  await wishForFolder(async (tx) => {
    const { folder, account } = await requireChangeableFolder(tx, agent, folderId);
    wasNeverMade = folder.pendingAct === "create";
    if (wasNeverMade) return null;
    refuseForInbox(folder);
    const below = await foldersBelow(tx, account.id, folder.path, folder.delimiter);
    const kept = below.find((one) => one.role !== "none" && one.isPrimary);
    if (kept) {
      const told = `“${kept.path}” is where mail is filed. Give its part to another folder first.`;
      throw new AppError("conflict", told);
    }
    const trash = await primaryFolder(tx, account.id, "trash");
    const isInTrash = trash !== undefined && folder.path.startsWith(trash.path + folder.delimiter);
    if (mail === "trash" && !trash && !isInTrash) {
      const told =
        "This account has no Trash to move the mail to. Choose its Trash folder first, or delete the mail too.";
      throw new AppError("conflict", told);
    }
    for (const one of below) await markFolder(tx, one.id, { pendingAct: "delete", pendingPath: null, actFailure: "" });
    return { account, payload: { kind: "delete-folder", folderId, mail: isInTrash ? "delete" : mail } };
  });
  if (wasNeverMade) await forgetFolder(agent, folderId);
}
