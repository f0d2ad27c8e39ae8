/** A mailbox on a scripted server, chosen for what it can and cannot do, and an outbox that works on it. Needs `useFreshStore()`. */
import { afterEach, vi } from "vitest";
import { activities, operations, placements } from "#db/schema/index";
import type { OperationPayload } from "#lib/contracts/operation";
import { asc, eq } from "drizzle-orm";
import type { EnginePart } from "../engine-part.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import { startOutbox } from "../outbox/worker.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { connectAccount, type ConnectedAccount } from "./connected-account.ts";
import { customerMail } from "./outbox-mailbox.ts";
import type { FolderOptions } from "./scripted-imap/scripted-folder.ts";
import { startScriptedImap, type ScriptedImap, type ScriptedImapOptions } from "./scripted-imap/start-scripted-imap.ts";

type Taken = Awaited<ReturnType<ConnectedAccount["takeIn"]>>[number];
type Wishes = Pick<ScriptedImapOptions, "capabilities" | "faults"> & { inbox?: FolderOptions; mailCount?: number };

const user = { name: "help", password: "secret" };

export function useScriptedOutbox() {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  });
  return {
    /** Its INBOX holds some mails, all of them stored here, and Archive none. */
    open: async ({ inbox = {}, mailCount = 3, faults, ...options }: Wishes = {}) => {
      const server = await startScriptedImap({ ...options, users: [user] });
      ends.push(() => server.stop());
      const there = server.mailbox(user.name);
      Object.assign(there.folder("INBOX").options, inbox);
      for (let n = 1; n <= mailCount; n += 1) there.deliver(customerMail(n));
      const sessions = new AccountSessions();
      const mailbox = await connectAccount({ host: server.host, imapPort: server.port }, user, sessions);
      ends.push(() => mailbox.close());
      const taken = await mailbox.takeIn();
      server.setFaults(faults ?? null);
      return scriptedOutbox({ server, sessions, mailbox, taken, ends });
    },
  };
}

type Parts = {
  server: ScriptedImap;
  sessions: AccountSessions;
  mailbox: ConnectedAccount;
  taken: Taken[];
  ends: (() => Promise<void>)[];
};

function scriptedOutbox({ server, sessions, mailbox, taken, ends }: Parts) {
  const there = server.mailbox(user.name);
  const asked = server.requests.length;
  return {
    mailbox,
    sessions,
    server,
    there,
    taken,
    /** UIDs and flags of a folder on the server. */
    holds: (path: string) =>
      there
        .folder(path)
        .messages.map(({ uid, flags }) => ({ uid, flags: [...flags].filter((flag) => flag !== "\\Recent").sort() })),
    /** The commands of that name since the mailbox was opened. */
    asked: (...names: string[]) =>
      server.requests.slice(asked).flatMap(({ command, line }) => (names.includes(command) ? line : [])),
    wish: (one: Taken | undefined, payload: OperationPayload, priority = 1) =>
      build.operation({
        priority,
        accountId: mailbox.account.id,
        messageId: one?.message.id ?? 0,
        placementId: one?.placement.id ?? 0,
        kind: payload.kind,
        payload,
      }),
    show: async (one: Taken | undefined, values: Partial<typeof placements.$inferInsert>) =>
      store().write(async (tx) => {
        await tx
          .update(placements)
          .set(values)
          .where(eq(placements.id, one?.placement.id ?? 0));
      }),
    placement: async (one: Taken | undefined) =>
      store()
        .read.select()
        .from(placements)
        .where(eq(placements.id, one?.placement.id ?? 0))
        .get(),
    placements: () => store().read.select().from(placements).orderBy(asc(placements.id)),
    operations: () => store().read.select().from(operations),
    /** What the conversations say went wrong. */
    reasons: async () =>
      (await store().read.select().from(activities)).flatMap(({ kind, data }) => (kind === "act-failed" ? data : [])),
    /** Works until nothing is left to do; a connection that breaks on the way is made again. */
    work: async () => {
      const outbox: EnginePart = startOutbox(sessions, { prefetch: false, sentLooksMs: [] });
      ends.push(() => outbox.stop());
      await vi.waitFor(async () => {
        if (!sessions.isConnected(mailbox.account.id)) await mailbox.reconnect();
        const open = (await store().read.select().from(operations)).filter(({ settledAt }) => settledAt === null);
        if (open.length > 0) throw new Error(`Not settled: ${JSON.stringify(open)}`);
      }, 20_000);
    },
  };
}
