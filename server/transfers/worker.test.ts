import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it, vi } from "vitest";
import { changeTransfer, findTransfer } from "#db/queries/transfers/transfers";
import { transferItems, type transfers } from "#db/schema/index";
import type { EnginePart } from "../engine-part.ts";
import { commit } from "../events/commit.ts";
import { doorbell } from "../events/doorbell.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import type { PerformTransfer, TransferJob } from "./job.ts";
import { startTransfers } from "./worker.ts";

const report = { folders: [] };

describe("transfers", () => {
  useFreshStore();
  const parts: EnginePart[] = [];
  afterEach(() => Promise.all(parts.splice(0).map((part) => part.stop())));

  const start = (perform: PerformTransfer, sessions = new AccountSessions()) => {
    const part = startTransfers(sessions, { export: { perform } });
    parts.push(part);
    return part;
  };
  const asked = async (wishes: Partial<typeof transfers.$inferInsert> = {}) =>
    build.transfer({ askedById: (await build.agent()).id, ...wishes });
  const reaches = (id: number, state: string) =>
    vi.waitFor(async () => expect((await findTransfer(store().read, id))?.state).toBe(state), 5000);

  /** Five steps of one mail each, which writes down what it did. */
  const fiveSteps: PerformTransfer = async ({ transfer, signal, step }) => {
    for (let n = transfer.done + 1; n <= 5; n += 1) {
      await sleep(5);
      if (signal.aborted) break;
      await step({ done: n, cursor: { n } }, async (tx) => {
        await tx.insert(transferItems).values({ transferId: transfer.id, key: `mail ${n}`, state: "done" });
      });
    }
    return { state: "done", report };
  };

  it("are carried out and end with their report", async () => {
    const { id } = await asked();
    start(fiveSteps);
    await reaches(id, "done");
    expect(await findTransfer(store().read, id)).toMatchObject({ done: 5, cursor: { n: 5 }, report });
  });

  it("go on behind the last step that was stored after a stop, and do none twice", async () => {
    const { id } = await asked();
    let stepCount = 0;
    const first = start(async (job) => {
      const step: TransferJob["step"] = async (...given) => {
        await job.step(...given);
        if ((stepCount += 1) === 2) void first.stop();
      };
      const outcome = await fiveSteps({ ...job, step });
      return job.signal.aborted ? { state: "waiting", detail: { code: "stopped" }, resumeAt: new Date() } : outcome;
    });
    await vi.waitFor(() => expect(stepCount).toBe(2));
    expect((await findTransfer(store().read, id))?.state).toBe("running");
    start(fiveSteps);
    await reaches(id, "done");
    expect(await store().read.select().from(transferItems)).toHaveLength(5);
  });

  it("of one account come one after the other, those of another beside it", async () => {
    const [one, other] = [await build.account(), await build.account()];
    for (const accountId of [one.id, one.id, other.id]) await asked({ accountId });
    const { promise: open, resolve } = Promise.withResolvers<void>();
    const running: (number | null)[] = [];
    start(async ({ transfer }) => {
      running.push(transfer.accountId);
      await open;
      return { state: "done", report };
    });
    await vi.waitFor(() => expect(new Set(running)).toEqual(new Set([one.id, other.id])));
    resolve();
    await vi.waitFor(() => expect(running).toHaveLength(3));
  });

  it("store nothing more once they are cancelled", async () => {
    const { id } = await asked();
    const { promise: begun, resolve } = Promise.withResolvers<void>();
    let failure: unknown;
    start(async ({ signal, step }) => {
      resolve();
      await new Promise((done) => signal.addEventListener("abort", done));
      failure = await step({ done: 1 }).catch((error: unknown) => error);
      return { state: "done", report };
    });
    await begun;
    await commit(async (tx, changed) => {
      await changeTransfer(tx, id, { state: "cancelled" });
      changed({ type: "transfer.changed", transferId: id, askedById: null });
    });
    await vi.waitFor(() => expect(failure).toMatchObject({ name: "TransferEnded" }));
    expect(await findTransfer(store().read, id)).toMatchObject({ state: "cancelled", done: 0 });
  });

  it("that wait look again when an account is connected", async () => {
    const account = await build.account();
    const { id } = await asked({ accountId: account.id });
    const sessions = new AccountSessions();
    let isThere = false;
    start(
      async () =>
        isThere
          ? { state: "done", report }
          : { state: "waiting", detail: { code: "not_connected" }, resumeAt: new Date(Date.now() + 3_600_000) },
      sessions,
    );
    await reaches(id, "waiting");
    isThere = true;
    sessions.attach(account.id, {} as Parameters<AccountSessions["attach"]>[1]);
    await reaches(id, "done");
  });

  it("do not wait for an account that was connected while it was stored that they do", async () => {
    const account = await build.account();
    const { id } = await asked({ accountId: account.id });
    const sessions = new AccountSessions();
    let runCount = 0;
    start(async () => {
      if ((runCount += 1) > 1) return { state: "done", report };
      sessions.attach(account.id, { isOpen: true } as Parameters<AccountSessions["attach"]>[1]);
      const resumeAt = new Date(Date.now() + 3_600_000);
      return { state: "waiting", detail: { code: "not_connected" }, resumeAt, forConnectionOf: account.id };
    }, sessions);
    await reaches(id, "done");
  });

  it("that fail without a reason are tried again, and are given up after a few times", async () => {
    const { id } = await asked({ attemptCount: 3 });
    start(() => Promise.reject(new Error("The disk is gone.")));
    await reaches(id, "waiting");
    expect(await findTransfer(store().read, id)).toMatchObject({ attemptCount: 4, stateDetail: { code: "error" } });
    await store().write((tx) => changeTransfer(tx, id, { resumeAt: new Date(0) }).then(() => undefined));
    doorbell().ring();
    await reaches(id, "failed");
  });

  it("that fail again behind steps that get nowhere are given up, too, with the system's word for why", async () => {
    const { id } = await asked({ attemptCount: 3, cursor: { n: 1 } });
    start(async ({ step }) => {
      await step({ cursor: { n: 1 } }, async (tx) => {
        await tx.insert(transferItems).values({ transferId: id, key: "mail", state: "pending" }).onConflictDoNothing();
      });
      throw Object.assign(new Error("EIO: i/o error, read '/data/imports/7'"), { code: "EIO" });
    });
    await reaches(id, "waiting");
    const detail = { code: "error", reason: "EIO" };
    expect(await findTransfer(store().read, id)).toMatchObject({ attemptCount: 4, stateDetail: detail });
    await store().write((tx) => changeTransfer(tx, id, { resumeAt: new Date(0) }).then(() => undefined));
    doorbell().ring();
    await reaches(id, "failed");
    expect((await findTransfer(store().read, id))?.stateDetail).toEqual({ code: "internal", reason: "EIO" });
  });

  it("that got ahead before they failed have all their tries again", async () => {
    const { id } = await asked({ attemptCount: 3, cursor: { n: 1 } });
    start(async ({ step }) => {
      await step({ cursor: { n: 2 } });
      throw new Error("The disk is gone.");
    });
    await reaches(id, "waiting");
    expect(await findTransfer(store().read, id)).toMatchObject({ attemptCount: 1, cursor: { n: 2 } });
  });

  it("that copy from an account look again when that one is connected", async () => {
    const [from, to] = [await build.account(), await build.account()];
    const spec = { kind: "copy", fromAccountId: from.id, toAccountId: to.id, folderIds: null, belowFolderId: null } as const; // prettier-ignore
    const { id } = await asked({ accountId: to.id, kind: "copy", spec, state: "waiting", stateDetail: { code: "not_connected" }, resumeAt: new Date(Date.now() + 3_600_000) }); // prettier-ignore
    const sessions = new AccountSessions();
    const part = startTransfers(sessions, { copy: { perform: async () => ({ state: "done", report }) } });
    parts.push(part);
    sessions.attach(from.id, {} as Parameters<AccountSessions["attach"]>[1]);
    await reaches(id, "done");
  });

  it("cost no write when an account is connected and nothing waits for it", async () => {
    const [account, other] = [await build.account(), await build.account()];
    const resumeAt = new Date(Date.now() + 3_600_000);
    await asked({ accountId: account.id, state: "waiting", stateDetail: { code: "to_confirm" }, resumeAt });
    await asked({ accountId: other.id, state: "waiting", stateDetail: { code: "not_connected" }, resumeAt });
    const sessions = new AccountSessions();
    start(fiveSteps, sessions);
    const write = vi.spyOn(store(), "write");
    sessions.attach(account.id, {} as Parameters<AccountSessions["attach"]>[1]);
    expect(write).not.toHaveBeenCalled();
    sessions.attach(other.id, {} as Parameters<AccountSessions["attach"]>[1]);
    expect(write).toHaveBeenCalledOnce();
    write.mockRestore();
  });
});
