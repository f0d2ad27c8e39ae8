import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import { accounts, operations, placements } from "#db/schema/index";
import type { OperationPayload } from "#lib/contracts/operation";
import { eq } from "drizzle-orm";
import type { EnginePart } from "../engine-part.ts";
import { commit } from "../events/commit.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import type { ImapSession } from "../imap/session.ts";
import type { Failpoint, FailpointName } from "../outbox/failpoint.ts";
import { startOutbox } from "../outbox/worker.ts";
import { store } from "../store.ts";
import { build } from "./build.ts";
import { connectAccount, type ConnectedAccount } from "./connected-account.ts";
import { startDovecot, type Dovecot } from "./dovecot/start-dovecot.ts";

type Taken = Awaited<ReturnType<ConnectedAccount["takeIn"]>>[number];

/** A plain mail from a customer. */
export const customerMail = (n: number) =>
  `Message-ID: <mail-${n}@customer.test>\r\nFrom: Carla <c@customer.test>\r\nTo: team@team.test\r\nSubject: Mail ${n}\r\n` +
  `Date: Mon, 2 Nov 2026 10:00:00 +0000\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello number ${n}\r\n`;

/** Gives every test of this file a mailbox with four mails on a real server, an account for it, and an outbox to be started. */
export function useOutboxMailbox() {
  let userCount = 0;
  let dovecot: Dovecot;
  let mailbox: ConnectedAccount;
  let sessions = new AccountSessions();
  let userName = "";
  const outboxes: EnginePart[] = [];

  beforeAll(async () => {
    const users = Array.from({ length: 60 }, (_, index) => ({ name: `user${index}`, password: "secret" }));
    dovecot = await startDovecot({ users });
  });
  afterAll(() => dovecot.stop());
  beforeEach(async () => {
    userName = `user${(userCount += 1)}`;
    sessions = new AccountSessions();
    for (let n = 1; n <= 4; n += 1) await dovecot.deliver(userName, customerMail(n));
    mailbox = await connectAccount(dovecot, { name: userName, password: "secret" }, sessions);
  });
  afterEach(async () => {
    await Promise.all(outboxes.splice(0).map((outbox) => outbox.stop()));
    await mailbox.close();
  });

  const states = async () => (await store().read.select().from(operations)).map((operation) => operation.state);

  return {
    deliver: (n: number, options = {}) => dovecot.deliver(userName, customerMail(n), "INBOX", options),
    login: () => dovecot.login(userName),
    mailbox: () => mailbox,
    sessions: () => sessions,
    states,
    addFlags: (...flags: string[]): OperationPayload => ({ kind: "store-flags", add: flags, remove: [] }),
    moveTo: (path: string): OperationPayload => ({ kind: "move", toFolderId: mailbox.folder(path).id }),
    wish: (taken: Taken | undefined, payload: OperationPayload, priority = 1) =>
      build.operation({
        accountId: mailbox.account.id,
        messageId: taken?.message.id ?? 0,
        placementId: payload.kind.startsWith("fetch-") ? null : (taken?.placement.id ?? 0),
        kind: payload.kind,
        payload,
        priority,
      }),
    placement: async (id: number | undefined) =>
      (
        await store()
          .read.select()
          .from(placements)
          .where(eq(placements.id, id ?? 0))
      )[0],
    setAccount: async (values: Partial<typeof accounts.$inferInsert>) =>
      store().write(async (tx) => {
        await tx.update(accounts).set(values).where(eq(accounts.id, mailbox.account.id));
      }),
    ring: () =>
      commit(async (_tx, changed) => {
        changed({ type: "outbox.wished", accountId: mailbox.account.id, inboxIds: [] });
      }),
    run: (options: Parameters<typeof startOutbox>[1] = { prefetch: false }) => {
      const outbox = startOutbox(sessions, { sentLooksMs: [100], ...options });
      outboxes.push(outbox);
      return outbox;
    },
    /**
     * Runs an outbox until it comes to this point, and no further: a process that dies says nothing more, and its connection breaks.
     */
    killAt: async (name: FailpointName) => {
      const { promise: death, resolve: die } = Promise.withResolvers<void>();
      let isDead = false;
      const failpoint: Failpoint = (at) => {
        if (at === name) isDead = true;
        if (!isDead) return Promise.resolve();
        die();
        return new Promise(() => undefined);
      };
      const own = new AccountSessions();
      const connection = await mailbox.open();
      own.attach(mailbox.account.id, connection);
      const dying = startOutbox(own, { prefetch: false, sentLooksMs: [], failpoint });
      await death;
      connection.destroy();
      void dying.stop();
    },
    /** Waits until nothing is left to do. */
    settled: () =>
      vi.waitFor(async () => {
        const open = (await states()).filter((state) => !["done", "failed", "cancelled"].includes(state));
        expect(open).toEqual([]);
      }, 15_000),
    /** Writes down what is asked of the server, and answers in its place where told. */
    spy: (overrides: Partial<ImapSession> = {}) => {
      const calls: string[] = [];
      mailbox.wrap((real) => spied(real, overrides, calls));
      return {
        of: (...names: (keyof ImapSession)[]) =>
          calls.filter((call) => names.some((name) => call.startsWith(`${name} `))),
      };
    },
  };
}

function spied(real: ImapSession, overrides: Partial<ImapSession>, calls: string[]): ImapSession {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(overrides, name) ?? Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...args: unknown[]): unknown => {
        calls.push(`${String(name)} ${JSON.stringify(args[0])}`);
        return Reflect.apply(value, target, args);
      };
    },
  });
}
