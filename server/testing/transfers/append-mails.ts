/** An account on a scripted server, and transfers that put mails of a list into it. Needs `useFreshStore()`. */
import { afterEach, vi } from "vitest";
import { changeTransfer } from "#db/queries/transfers/transfers";
import type { FolderRole } from "#lib/contracts/vocabulary";
import { doorbell } from "../../events/doorbell.ts";
import { AccountSessions } from "../../imap/account-sessions.ts";
import { store } from "../../store.ts";
import { AppendRun } from "../../transfers/append/append-run.ts";
import type { MailToAppend } from "../../transfers/append/mail-to-append.ts";
import { openTargets } from "../../transfers/append/open-targets.ts";
import { TargetFolders } from "../../transfers/append/target-folders.ts";
import type { PerformTransfer } from "../../transfers/job.ts";
import { startTransfers } from "../../transfers/worker.ts";
import { build } from "../build.ts";
import { connectAccount } from "../connected-account.ts";
import type { FaultHook } from "../scripted-imap/faults.ts";
import { startScriptedImap, type ScriptedImapOptions } from "../scripted-imap/start-scripted-imap.ts";
import { transferRow } from "./transfer-mail.ts";

export type ListedMail = {
  parts?: string[];
  role?: FolderRole;
  source: string;
  flags?: Partial<MailToAppend["flags"]>;
};

const user = { name: "help", password: "secret" };
const noFlags = { seen: false, answered: false, flagged: false, draft: false, deleted: false, keywords: [] };

export function useAppending() {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });
  return async (options: Omit<ScriptedImapOptions, "users"> = {}) => {
    const server = await startScriptedImap({ ...options, users: [user] });
    ends.push(() => server.stop());
    const sessions = new AccountSessions();
    const mailbox = await connectAccount({ host: server.host, imapPort: server.port }, user, sessions, { state: "live" }); // prettier-ignore
    ends.push(() => mailbox.close());
    return {
      server,
      mailbox,
      sessions,
      there: server.mailbox(user.name),
      appendCount: () => server.requests.filter(({ command }) => command === "APPEND").length,
      strike: (hook: FaultHook | null) => server.setFaults(hook && ((request) => (request.command === "APPEND" ? hook(request) : undefined))), // prettier-ignore
      /** Begins to put these mails there. */
      begin: async (mails: readonly ListedMail[]) => {
        const { id } = await build.transfer({ askedById: (await build.agent()).id, accountId: mailbox.account.id, total: mails.length }); // prettier-ignore
        const part = startTransfers(sessions, { export: { perform: appending(mailbox.account.id, mails) } });
        ends.push(() => part.stop());
        return id;
      },
      /** Waits until it is in this state; a connection that breaks on the way is made again. */
      reaches: (id: number, state: string, code?: string) =>
        vi.waitFor(async () => {
          if (!sessions.isConnected(mailbox.account.id)) await mailbox.reconnect();
          const row = await transferRow(id);
          if (row.state !== state || (code !== undefined && row.stateDetail.code !== code)) throw new Error(JSON.stringify(row)); // prettier-ignore
          return row;
        }, 15_000),
      /** As if the time of what waits had come. */
      goOn: async (id: number) => {
        await store().write((tx) => changeTransfer(tx, id, { resumeAt: new Date(0) }));
        doorbell().ring();
      },
    };
  };
}

function appending(accountId: number, mails: readonly ListedMail[]): PerformTransfer {
  return async (job) => {
    const targets = await openTargets(job, accountId, null);
    if (!(targets instanceof TargetFolders)) return targets;
    const run = new AppendRun(job, accountId);
    for (const [index, { parts = ["INBOX"], role = "none", source, flags }] of mails.entries()) {
      if (index < Number(job.transfer.cursor?.["n"] ?? 0)) continue;
      const key = `mail ${index}`;
      const mail: MailToAppend = {
        key,
        source: Buffer.from(source, "latin1"),
        flags: { ...noFlags, ...flags },
        receivedAt: new Date(1_700_000_000_000 + index * 1000),
        path: "list",
      };
      const reached = { key, path: "list", code: "", cursor: { n: index + 1 } };
      const outcome = await run.take(targets.pathFor(parts, role), mail, reached);
      if (outcome) return outcome;
    }
    return run.end();
  };
}
