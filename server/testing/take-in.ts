import { accountById } from "#db/queries/sync/accounts";
import { folderById } from "#db/queries/sync/folders";
import { AccountSessions } from "../imap/account-sessions.ts";
import type { HeaderRow } from "../imap/session.ts";
import { store } from "../store.ts";
import { recordMessages } from "../sync/record.ts";
import { freshLabelMemory, type SyncContext } from "../sync/sync-context.ts";
import { Teller } from "../sync/teller.ts";
import { usualTiming } from "../sync/timing.ts";

/** What sync's passes work with, for tests that bring the answers of the server themselves. */
export async function syncContext(accountId: number): Promise<SyncContext> {
  const account = await accountById(store().read, accountId);
  if (!account) throw new Error("There is no such account.");
  return {
    account,
    sessions: new AccountSessions(),
    capabilities: {
      qresync: true, condstore: true, idle: true, notify: false, move: true, uidplus: true, esearch: true, listStatus: true, specialUse: true,
      objectId: false, gmail: false, messageLimit: null, names: [],
    },
    timing: usualTiming,
    teller: new Teller(account.id, account.inboxId, 0),
    signal: new AbortController().signal,
    memory: new Map(),
    labels: freshLabelMemory(),
  }; // prettier-ignore
}

/** Stores rows of a folder as a pass would: as news, or as history. */
export async function takeIn(folderId: number, rows: HeaderRow[], manner: "news" | "history" = "news"): Promise<void> {
  const folder = await folderById(store().read, folderId);
  if (!folder) throw new Error("There is no such folder.");
  const context = await syncContext(folder.accountId);
  const isHistory = manner === "history";
  const newsSince = isHistory ? null : new Date(0);
  await recordMessages(context, folder, { rows, unreadable: [], isHistory, newsSince, frontier: {} });
  await context.teller.flush();
}
