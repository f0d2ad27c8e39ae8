import { createHash } from "node:crypto";
import { openSession } from "../../imap/open-session.ts";
import type { Dovecot } from "../dovecot/start-dovecot.ts";

/** Of every folder what each mail in it is, to the byte, with flags and date; sorted, so that the order of UIDs does not count. */
export async function mailboxContents(
  { host, imapPort: port }: Pick<Dovecot, "host" | "imapPort">,
  { name: username, password }: { name: string; password: string },
): Promise<Record<string, string[]>> {
  const session = await openSession({ host, port, security: "none", username, password, purpose: "command" });
  const contents: Record<string, string[]> = {};
  try {
    for (const { path, selectable } of await session.listFolders()) {
      if (!selectable) continue;
      const { messageCount } = await session.select(path);
      const uids = messageCount > 0 ? await session.searchUids({ from: 1, to: 4_294_967_295 }) : [];
      const mails: string[] = [];
      for (let at = 0; at < uids.length; at += 200) {
        const { rows } = await session.fetchHeaders(uids.slice(at, at + 200));
        for (const { uid, flags, receivedAt, sizeBytes } of rows) {
          const source = await session.fetchSource(uid, sizeBytes + 1);
          const hash = createHash("sha256")
            .update(source ?? "")
            .digest("hex");
          const kept = flags.filter((flag) => flag !== "\\Recent").sort();
          mails.push(`${hash} ${receivedAt.toISOString()} ${kept.join(" ")}`);
        }
      }
      if (mails.length > 0) contents[path] = mails.sort();
    }
  } finally {
    await session.logout();
  }
  return contents;
}
