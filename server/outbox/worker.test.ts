import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { activities, messageBodies, messages, operations, placements } from "#db/schema/index";
import type { OperationPayload } from "#lib/contracts/operation";
import { commit } from "../events/commit.ts";
import type { EnginePart } from "../engine-part.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import { ImapError } from "../imap/errors.ts";
import type { ImapSession } from "../imap/session.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { connectAccount, type ConnectedAccount } from "../testing/connected-account.ts";
import { startDovecot, type Dovecot } from "../testing/dovecot/start-dovecot.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startOutbox } from "./worker.ts";

useFreshStore();

const users = Array.from({ length: 30 }, (_, index) => ({ name: `user${index}`, password: "secret" }));
let nextUser = 0;
let dovecot: Dovecot;
let sessions: AccountSessions;
let mailbox: ConnectedAccount;
let outbox: EnginePart | null = null;
let userName = "";

beforeAll(async () => {
  dovecot = await startDovecot({ users });
});
afterAll(() => dovecot.stop());
beforeEach(async () => {
  const user = users[(nextUser += 1)] ?? { name: "", password: "" };
  userName = user.name;
  sessions = new AccountSessions();
  for (let n = 1; n <= 4; n += 1) await dovecot.deliver(user.name, mail(n));
  mailbox = await connectAccount(dovecot, user, sessions);
});
afterEach(async () => {
  await outbox?.stop();
  outbox = null;
  await mailbox.close();
});

const mail = (n: number) =>
  `Message-ID: <mail-${n}@customer.test>\r\nFrom: c@customer.test\r\nSubject: Mail ${n}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello number ${n}\r\n`;

type Taken = Awaited<ReturnType<ConnectedAccount["takeIn"]>>[number];

async function wish(taken: Taken, payload: OperationPayload, priority = 1) {
  return build.operation({
    accountId: mailbox.account.id,
    messageId: taken.message.id,
    placementId: payload.kind.startsWith("fetch-") ? null : taken.placement.id,
    kind: payload.kind,
    payload,
    priority,
  });
}

const add = (...flags: string[]): OperationPayload => ({ kind: "store-flags", add: flags, remove: [] });
const remove = (...flags: string[]): OperationPayload => ({ kind: "store-flags", add: [], remove: flags });
const moveTo = (path: string): OperationPayload => ({ kind: "move", toFolderId: mailbox.folder(path).id });

async function ring() {
  await commit(async (_tx, changed) => {
    changed({ type: "outbox.wished", accountId: mailbox.account.id, inboxIds: [] });
  });
}

function run(): void {
  outbox = startOutbox(sessions, { prefetch: false });
}

const states = async () => (await store().read.select().from(operations)).map((operation) => operation.state);
const allSettled = () =>
  vi.waitFor(
    async () => expect((await states()).filter((state) => state !== "done" && state !== "failed")).toEqual([]),
    10_000,
  );
const placementOf = async (id: number) =>
  (await store().read.select().from(placements).where(eq(placements.id, id)))[0];

/** Counts what is asked of the server, and fails where told. */
function spy(overrides: Partial<ImapSession> = {}) {
  const calls: string[] = [];
  mailbox.wrap(
    (real) =>
      new Proxy(real, {
        get(target, name) {
          const own: unknown = Reflect.get(overrides, name);
          const value: unknown = own ?? Reflect.get(target, name);
          if (typeof value !== "function") return value;
          return (...args: unknown[]): unknown => {
            calls.push(`${String(name)} ${JSON.stringify(args[0])}`);
            return Reflect.apply(value, target, args);
          };
        },
      }),
  );
  return calls;
}

describe("flags", () => {
  it("reach the server in one command for all messages of a folder", async () => {
    const taken = await mailbox.takeIn();
    for (const one of taken) await wish(one, add("\\Seen"));
    const calls = spy();
    run();
    await allSettled();
    expect((await mailbox.see("INBOX")).map((one) => one.flags)).toEqual(taken.map(() => ["\\Seen"]));
    expect(calls.filter((call) => call.startsWith("storeFlags"))).toEqual(["storeFlags [1,2,3,4]"]);
  });

  it("leave the flags of others alone", async () => {
    await dovecot.deliver(userName, mail(9), "INBOX", { flags: ["$Label1", "\\Flagged"] });
    const last = (await mailbox.takeIn()).at(-1);
    if (last) await wish(last, add("\\Seen"));
    run();
    await allSettled();
    expect((await mailbox.see("INBOX")).at(-1)?.flags).toEqual(["$Label1", "\\Flagged", "\\Seen"]);
  });

  it("that were set and taken back come to the last word, in one command", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    for (const payload of [add("\\Seen"), remove("\\Seen"), add("\\Flagged")]) await wish(first, payload);
    const calls = spy();
    run();
    await allSettled();
    expect((await mailbox.see("INBOX"))[0]?.flags).toEqual(["\\Flagged"]);
    expect(calls.filter((call) => call.startsWith("storeFlags"))).toHaveLength(1);
  });

  it("wait for the account and go out when it is connected", async () => {
    const [first] = await mailbox.takeIn();
    await mailbox.disconnect();
    if (first) await wish(first, add("\\Seen"));
    run();
    await ring();
    expect(await states()).toEqual(["pending"]);
    await mailbox.reconnect();
    await allSettled();
    expect((await mailbox.see("INBOX"))[0]?.flags).toEqual(["\\Seen"]);
  });

  it("that the server refuses are shown as the server has them, with the reason", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    await store().write(async (tx) => tx.update(placements).set({ seen: true }));
    await wish(first, add("\\Seen"));
    const refuse = () => Promise.reject(new ImapError("no-permission", "NOPERM", "You may not do that."));
    spy({ storeFlags: refuse });
    run();
    await allSettled();
    expect(await states()).toEqual(["failed"]);
    expect((await placementOf(first.placement.id))?.seen).toBe(false);
    const [activity] = await store().read.select().from(activities);
    expect(activity).toMatchObject({ kind: "act-failed", data: { reason: "You may not do that." } });
  });

  it("of a message that is gone are no longer wanted", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    await store().write(async (tx) => tx.update(placements).set({ missingSince: new Date() }));
    await wish(first, add("\\Seen"));
    run();
    await allSettled();
    expect(await states()).toEqual(["done"]);
  });
});

describe("moves", () => {
  it("keep the placement and give it the UID of the new place", async () => {
    const taken = await mailbox.takeIn();
    for (const one of taken) await wish(one, moveTo("Archive"));
    const calls = spy();
    run();
    await allSettled();
    const seen = await mailbox.see("Archive");
    expect(seen).toHaveLength(4);
    for (const [index, one] of taken.entries()) {
      expect(await placementOf(one.placement.id)).toMatchObject({
        folderId: mailbox.folder("Archive").id,
        uid: seen[index]?.uid,
        movingToFolderId: null,
      });
    }
    expect(calls.filter((call) => call.startsWith("move"))).toEqual(["move [1,2,3,4]"]);
  });

  it("keep the order of what happened to one message", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    for (const payload of [add("\\Seen"), moveTo("Archive"), add("\\Flagged"), moveTo("Trash")])
      await wish(first, payload);
    const calls = spy();
    run();
    await allSettled();
    expect((await mailbox.see("Trash"))[0]?.flags).toEqual(["\\Flagged", "\\Seen"]);
    const acts = calls.map((call) => call.split(" ")[0]).filter((call) => call === "storeFlags" || call === "move");
    expect(acts).toEqual(["storeFlags", "move", "storeFlags", "move"]);
  });

  it("there and on at once are one move", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    for (const path of ["Archive", "Trash", "Junk"]) await wish(first, moveTo(path));
    const calls = spy();
    run();
    await allSettled();
    expect(await mailbox.see("Junk")).toHaveLength(1);
    expect(calls.filter((call) => call.startsWith("move"))).toHaveLength(1);
  });

  it("give way to the row that sync has stored at the new place", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    await wish(first, moveTo("Archive"));
    const kept = await build.placement({
      messageId: first.message.id,
      folderId: mailbox.folder("Archive").id,
      uid: mailbox.folder("Archive").uidNext ?? 1,
    });
    run();
    await allSettled();
    const rows = await store().read.select().from(placements).where(eq(placements.messageId, first.message.id));
    expect(rows.map((row) => row.id)).toEqual([kept.id]);
  });

  it("find the message by its Message-ID when the server does not tell the new UID", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    await wish(first, moveTo("Archive"));
    const real = mailbox.session();
    spy({
      capabilities: { ...real.capabilities, uidplus: false },
      move: async (uids, path) => ({ ...(await real.move(uids, path)), uidMap: null }),
    });
    run();
    await allSettled();
    const [there] = await mailbox.see("Archive");
    expect(await placementOf(first.placement.id)).toMatchObject({
      folderId: mailbox.folder("Archive").id,
      uid: there?.uid,
    });
  });

  it("make the folder again that somebody removed from the server", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    const other = await dovecot.login(userName);
    await other.run("DELETE Archive");
    other.close();
    await wish(first, moveTo("Archive"));
    run();
    await allSettled();
    expect(await mailbox.see("Archive")).toHaveLength(1);
  });

  it("of a message that another program moved away end without a word", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    await store().write(async (tx) =>
      tx
        .update(placements)
        .set({ movingToFolderId: mailbox.folder("Archive").id })
        .where(eq(placements.id, first.placement.id)),
    );
    await wish(first, moveTo("Archive"));
    const other = await dovecot.login(userName);
    await other.run("SELECT INBOX");
    await other.run("UID MOVE 1 Trash");
    other.close();
    run();
    await allSettled();
    expect(await states()).toEqual(["done"]);
    const row = await placementOf(first.placement.id);
    expect(row?.movingToFolderId).toBeNull();
    expect(row?.missingSince).not.toBeNull();
  });

  it("that the server refuses are taken back, with the reason", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    await store().write(async (tx) => tx.update(placements).set({ movingToFolderId: mailbox.folder("Archive").id }));
    await wish(first, moveTo("Archive"));
    spy({ move: () => Promise.reject(new ImapError("over-quota", "OVERQUOTA", "The mailbox is full.")) });
    run();
    await allSettled();
    expect((await placementOf(first.placement.id))?.movingToFolderId).toBeNull();
    const rows = await store().read.select().from(activities);
    expect(rows.map((row) => row.data)).toMatchObject([{ act: "move", reason: "The mailbox is full." }]);
  });

  it.each([true, false])(
    "whose answer was lost are looked for before they are done again (moved: %s)",
    async (isMoved) => {
      const [first] = await mailbox.takeIn();
      if (!first) return;
      await wish(first, moveTo("Archive"));
      const real = mailbox.session();
      let moveCount = 0;
      spy({
        move: async (uids, path) => {
          moveCount += 1;
          if (moveCount === 1 && isMoved) await real.move(uids, path);
          if (moveCount === 1) throw new ImapError("network", "closed", "The connection broke.", { isUncertain: true });
          return real.move(uids, path);
        },
      });
      run();
      await allSettled();
      const [there, ...more] = await mailbox.see("Archive");
      expect(more).toEqual([]);
      expect(await placementOf(first.placement.id)).toMatchObject({
        folderId: mailbox.folder("Archive").id,
        uid: there?.uid,
      });
      expect(moveCount).toBe(isMoved ? 1 : 2);
    },
  );
});

describe("texts", () => {
  const bodyOf = async (messageId: number) =>
    (await store().read.select().from(messageBodies).where(eq(messageBodies.messageId, messageId)))[0];

  it("are fetched when somebody waits, all of a folder in one command", async () => {
    const taken = await mailbox.takeIn();
    for (const one of taken) await wish(one, { kind: "fetch-body" }, 0);
    const calls = spy();
    run();
    await allSettled();
    for (const [index, one] of taken.entries()) {
      expect((await bodyOf(one.message.id))?.text.trim()).toBe(`Hello number ${index + 1}`);
    }
    expect(calls.filter((call) => call.startsWith("fetchParts"))).toHaveLength(1);
  });

  it("are fetched ahead of need, newest first", async () => {
    const taken = await mailbox.takeIn();
    await mailbox.disconnect();
    outbox = startOutbox(sessions);
    await mailbox.reconnect();
    await vi.waitFor(async () => {
      const rows = await store().read.select().from(messages);
      expect(rows.map((row) => row.bodyState)).toEqual(taken.map(() => "stored"));
    });
    expect((await bodyOf(taken[0]?.message.id ?? 0))?.text.trim()).toBe("Hello number 1");
    // What comes in later is fetched too.
    await dovecot.deliver(userName, mail(5));
    await mailbox.takeIn("INBOX", 5);
    await ring();
    await vi.waitFor(async () => {
      const rows = await store().read.select().from(messages);
      expect(rows.filter((row) => row.bodyState !== "stored")).toEqual([]);
    });
  });

  it("that are gone from the server fail with a reason", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    await store().write(async (tx) =>
      tx.update(placements).set({ uid: 4000 }).where(eq(placements.id, first.placement.id)),
    );
    await wish(first, { kind: "fetch-body" }, 0);
    run();
    await allSettled();
    const [operation] = await store().read.select().from(operations);
    expect(operation).toMatchObject({ state: "failed", lastError: "The message is no longer on the mail server." });
    const [message] = await store().read.select().from(messages).where(eq(messages.id, first.message.id));
    expect(message?.bodyState).toBe("failed");
  });

  it("come from another place of the message when the first has gone", async () => {
    const [first, second] = await mailbox.takeIn();
    if (!first || !second) return;
    await store().write(async (tx) => {
      await tx.update(placements).set({ uid: 4000 }).where(eq(placements.id, first.placement.id));
      await tx.update(placements).set({ messageId: first.message.id }).where(eq(placements.id, second.placement.id));
    });
    await wish(first, { kind: "fetch-body" }, 0);
    run();
    await allSettled();
    expect((await bodyOf(first.message.id))?.text.trim()).toBe("Hello number 2");
  });

  it("and the whole source are kept byte for byte", async () => {
    const [first] = await mailbox.takeIn();
    if (!first) return;
    await wish(first, { kind: "fetch-source" }, 0);
    run();
    await allSettled();
    const [message] = await store().read.select().from(messages).where(eq(messages.id, first.message.id));
    const { readBlob } = await import("../blobs.ts");
    expect((await readBlob(message?.sourceBlob ?? "")).toString()).toBe(mail(1));
  });
});
