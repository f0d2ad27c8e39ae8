import { namespaceOf } from "#lib/mail/folder-path";
import type { ImapSession } from "../../../imap/session.ts";

/**
 * Where a folder of this path is to be made: of a mailbox with nothing but INBOX nobody knew what all paths begin with when it was wished
 * for, and what lies beside that is refused or never listed (RFC 2342).
 */
export async function pathInNamespace(session: ImapSession, path: string): Promise<string> {
  const listed = await session.listFolders();
  const prefix = listed[0]?.namespacePrefix || namespaceOf(listed).prefix;
  return path.startsWith(prefix) ? path : prefix + path;
}
