import { markFolder } from "#db/queries/outbox/folder-acts";
import { redirectToFolder } from "#db/queries/outbox/redirect-to-folder";
import type { OutboxFolder } from "#db/queries/outbox/outbox-account";
import { folderAtPath } from "#db/queries/sync/folders";
import { commit } from "../../../events/commit.ts";
import type { ImapSession } from "../../../imap/session.ts";
import { NotYetError } from "../../outcome.ts";
import { pathInNamespace } from "./path-in-namespace.ts";

/**
 * Makes the folder that mail is to be moved to (TRYCREATE, RFC 3501 §6.4.7). One that was never on the server goes where that keeps
 * folders; if the account has one there meanwhile, that is the one that was meant.
 * @throws NotYetError when the mail is to be moved to another path now
 */
export async function makeDestination(session: ImapSession, destination: OutboxFolder): Promise<void> {
  const wasNeverThere = destination.uidNext === null;
  const path = wasNeverThere ? await pathInNamespace(session, destination.path) : destination.path;
  if (path === destination.path) return session.createFolder(path);
  await commit(async (tx) => {
    const meant = await folderAtPath(tx, destination.accountId, path);
    if (meant) redirectToFolder(tx, destination.id, meant.id);
    else await markFolder(tx, destination.id, { path });
  });
  throw new NotYetError("The server keeps its folders elsewhere.", 0);
}
