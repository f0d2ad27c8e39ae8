/**
 * An account on a test's server with its rows in the store, without sync: what the server holds is taken in when the test says so.
 * Needs `useFreshStore()`.
 */
import type { folders } from "#db/schema/index";
import type { AccountSessions } from "../imap/account-sessions.ts";
import { openSession } from "../imap/open-session.ts";
import type { ImapSession } from "../imap/session.ts";
import { build } from "./build.ts";
import type { Dovecot, DovecotUser } from "./dovecot/start-dovecot.ts";

type Wishes = Parameters<typeof build.account>[0];
type FolderRow = typeof folders.$inferSelect;

export async function connectAccount(
  server: Pick<Dovecot, "host" | "imapPort">,
  user: DovecotUser,
  sessions: AccountSessions,
  wishes: Wishes = {},
) {
  const account = await build.account({
    password: user.password,
    username: user.name,
    emailAddress: `${user.name}@team.test`,
    imapPort: server.imapPort,
    imapSecurity: "none",
    smtpSecurity: "none",
    ...wishes,
  });
  const open = () =>
    openSession({ host: server.host, port: server.imapPort, security: "none", username: user.name, password: user.password, purpose: "command" }); // prettier-ignore
  let session = await open();
  const folders = new Map<string, FolderRow>();
  for (const remote of await session.listFolders()) {
    const row = await build.folder({
      accountId: account.id,
      path: remote.path,
      name: remote.name,
      delimiter: remote.delimiter,
      role: remote.serverRole ?? "none",
      uidValidity: remote.status?.uidValidity ?? null,
      uidNext: remote.status?.uidNext ?? null,
    });
    folders.set(remote.path, row);
  }
  sessions.attach(account.id, session);

  const folder = (path: string): FolderRow => {
    const found = folders.get(path);
    if (!found) throw new Error(`There is no folder ${path}.`);
    return found;
  };

  return {
    account,
    folder,
    session: () => session,
    /** Another connection to the same mailbox. */
    open,
    /** Attaches a wrapped session in place of the real one, e.g. one that fails. */
    wrap: (wrapper: (real: ImapSession) => ImapSession) => sessions.attach(account.id, wrapper(session)),
    disconnect: async () => {
      sessions.detach(account.id);
      await session.logout();
    },
    reconnect: async () => {
      session = await open();
      sessions.attach(account.id, session);
    },
    /** Stores what a folder holds from a UID on, each message in a conversation of its own; answers in the order of UIDs. */
    takeIn: async (path = "INBOX", fromUid = 1) => {
      const own = await open();
      const { messageCount } = await own.select(path);
      const uids = messageCount > 0 ? await own.searchUids({ from: fromUid, to: 4_294_967_295 }) : [];
      const { rows } = await own.fetchHeaders(uids);
      await own.logout();
      const taken = [];
      for (const { uid, parts, sizeBytes, headers } of rows.sort((a, b) => a.uid - b.uid)) {
        const internetMessageId = /^message-id:\s*<([^>]*)>/im.exec(headers.toString())?.[1];
        const message = await build.message({
          parts,
          sizeBytes,
          receivedAt: new Date(1_700_000_000_000 + uid * 1000),
          ...(internetMessageId ? { internetMessageId } : {}),
        });
        const placement = await build.placement({ folderId: folder(path).id, messageId: message.id, uid });
        taken.push({ message, placement, uid });
      }
      return taken;
    },
    /** What another mail program sees in a folder: flags by Message-ID. */
    see: async (path: string) => {
      const other = await open();
      try {
        const { messageCount } = await other.select(path);
        if (messageCount === 0) return [];
        const uids = await other.searchUids({ from: 1, to: 4_294_967_295 });
        const { rows } = await other.fetchHeaders(uids);
        return rows.map(({ uid, flags, headers }) => ({
          uid,
          flags: flags.filter((flag) => flag !== "\\Recent").sort(),
          messageId: /^message-id:\s*<([^>]*)>/im.exec(headers.toString())?.[1] ?? "",
        }));
      } finally {
        await other.logout();
      }
    },
    close: async () => {
      sessions.detach(account.id);
      await session.logout();
    },
  };
}

export type ConnectedAccount = Awaited<ReturnType<typeof connectAccount>>;
