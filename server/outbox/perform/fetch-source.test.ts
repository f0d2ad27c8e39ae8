import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { messages, operations } from "#db/schema/index";
import type { OperationPayload } from "#lib/contracts/operation";
import { readBlob } from "../../blobs.ts";
import { now } from "../../clock.ts";
import { store } from "../../store.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { customerMail } from "../../testing/outbox-mailbox.ts";
import type { FaultHook } from "../../testing/scripted-imap/faults.ts";
import { useScriptedOutbox } from "../../testing/scripted-outbox.ts";
import { startOutbox } from "../worker.ts";

const own: OperationPayload = { kind: "fetch-source", own: true };
const uidsIn = (line: string) => {
  const set = /^UID FETCH (\S+) .*BODY\.PEEK\[\]/.exec(line)?.[1];
  return (set?.split(",") ?? []).flatMap((part) => {
    const [from = 0, to = from] = part.split(":").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
};

describe("sources behind everything else", () => {
  useFreshStore();
  const scripted = useScriptedOutbox();

  const open = async (mailCount: number, faults?: FaultHook) => {
    const box = await scripted.open({ mailCount, ...(faults && { faults }) });
    for (const one of box.taken) await box.wish(one, own, 3);
    return box;
  };
  const sourceOf = async (messageId: number) => {
    const [row] = await store().read.select().from(messages).where(eq(messages.id, messageId));
    return row?.sourceBlob ? (await readBlob(row.sourceBlob)).toString() : null;
  };
  const asked = (box: { asked: (name: string) => string[] }) => box.asked("UID FETCH").map(uidsIn).filter((uids) => uids.length > 0); // prettier-ignore

  it("come in one command, each kept byte for byte", async () => {
    const box = await open(6);
    await box.work();
    expect(asked(box)).toEqual([[1, 2, 3, 4, 5, 6]]);
    for (const [index, { message }] of box.taken.entries())
      expect(await sourceOf(message.id)).toBe(customerMail(index + 1));
  });

  it("that the server leaves out fail by themselves, with a reason", async () => {
    const box = await open(4, ({ line }) =>
      uidsIn(line).includes(2)
        ? { rewrite: (lines) => lines.filter((one) => !/^\* \d+ FETCH \(UID 2 /.test(one)) }
        : undefined,
    );
    await box.work();
    const states = (await box.operations()).map(({ state, lastError }) => `${state} ${lastError}`.trim());
    expect(states).toEqual(["done", "failed The message is no longer on the mail server.", "done", "done"]);
  });

  it("do not fail together because of one that breaks the connection", async () => {
    const box = await open(12, ({ line }) => (uidsIn(line).includes(3) ? { drop: "before" } : undefined));
    const outbox = startOutbox(box.sessions, { prefetch: false });
    try {
      await vi.waitFor(async () => {
        if (!box.sessions.isConnected(box.mailbox.account.id)) await box.mailbox.reconnect();
        const left = (await box.operations()).filter((one) => one.state !== "done");
        expect(left.map((one) => one.messageId)).toEqual([box.taken[2]?.message.id]);
      }, 20_000);
      expect(asked(box).slice(0, 2).map((uids) => uids.length)).toEqual([12, 8]); // prettier-ignore
    } finally {
      await outbox.stop();
    }
  });

  it("wait while the account leaves texts alone, and what a person waits for does not", async () => {
    const box = await open(3);
    const until = new Date(now().getTime() + 3_600_000);
    box.sessions.holds.set(box.mailbox.account.id, { scope: "bodies", until, code: "daily_bytes", detail: "" });
    const urgent = await box.wish(box.taken[2], { kind: "fetch-source" }, 0);
    const outbox = startOutbox(box.sessions, { prefetch: false });
    try {
      await vi.waitFor(async () => {
        const [row] = await store().read.select().from(operations).where(eq(operations.id, urgent.id));
        expect(row?.state).toBe("done");
      });
    } finally {
      await outbox.stop();
    }
    expect((await box.operations()).map((one) => one.state)).toEqual(["pending", "pending", "pending", "done"]);
  });
});
