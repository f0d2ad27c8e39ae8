import { createHash } from "node:crypto";
import { openSession } from "../../imap/open-session.ts";
import type { Dovecot } from "../dovecot/start-dovecot.ts";

const windowCount = 100;
const sourceBytesMax = 10_000_000;

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
      for (let at = 0; at < uids.length; at += windowCount) {
        const some = uids.slice(at, at + windowCount);
        const { rows } = await session.fetchHeaders(some);
        const sources = await session.fetchSources(some, sourceBytesMax);
        for (const { uid, flags, receivedAt } of rows) {
          const hash = createHash("sha256").update(sources.get(uid) ?? "").digest("hex"); // prettier-ignore
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
