import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { activities, placements } from "#db/schema/index";
import type { OperationPayload } from "#lib/contracts/operation";
import { ImapError } from "../../imap/errors.ts";
import { store } from "../../store.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { useOutboxMailbox } from "../../testing/outbox-mailbox.ts";

useFreshStore();
const box = useOutboxMailbox();

const remove = (...flags: string[]): OperationPayload => ({ kind: "store-flags", add: [], remove: flags });

describe("flags", () => {
  it("reach the server in one command for all messages of a folder", async () => {
    const taken = await box.mailbox().takeIn();
    for (const one of taken) await box.wish(one, box.addFlags("\\Seen"));
    const calls = box.spy();
    box.run();
    await box.settled();
    expect((await box.mailbox().see("INBOX")).map((one) => one.flags)).toEqual(taken.map(() => ["\\Seen"]));
    expect(calls.of("storeFlags")).toEqual(["storeFlags [1,2,3,4]"]);
  });

  it("leave the flags of others alone", async () => {
    await box.deliver(9, { flags: ["$Label1", "\\Flagged"] });
    const last = (await box.mailbox().takeIn()).at(-1);
    if (last) await box.wish(last, box.addFlags("\\Seen"));
    box.run();
    await box.settled();
    expect((await box.mailbox().see("INBOX")).at(-1)?.flags).toEqual(["$Label1", "\\Flagged", "\\Seen"]);
  });

  it("that were set and taken back come to the last word, in one command", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    for (const payload of [box.addFlags("\\Seen"), remove("\\Seen"), box.addFlags("\\Flagged")])
      await box.wish(first, payload);
    const calls = box.spy();
    box.run();
    await box.settled();
    expect((await box.mailbox().see("INBOX"))[0]?.flags).toEqual(["\\Flagged"]);
    expect(calls.of("storeFlags")).toHaveLength(1);
  });

  it("wait for the account and go out when it is connected", async () => {
    const [first] = await box.mailbox().takeIn();
    await box.mailbox().disconnect();
    if (first) await box.wish(first, box.addFlags("\\Seen"));
    box.run();
    await box.ring();
    expect(await box.states()).toEqual(["pending"]);
    await box.mailbox().reconnect();
    await box.settled();
    expect((await box.mailbox().see("INBOX"))[0]?.flags).toEqual(["\\Seen"]);
  });

  it("that the server refuses are shown as the server has them, with the reason", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    await store().write(async (tx) => tx.update(placements).set({ seen: true }));
    await box.wish(first, box.addFlags("\\Seen"));
    const refuse = () => Promise.reject(new ImapError("no-permission", "NOPERM", "You may not do that."));
    box.spy({ storeFlags: refuse });
    box.run();
    await box.settled();
    expect(await box.states()).toEqual(["failed"]);
    expect((await box.placement(first.placement.id))?.seen).toBe(false);
    const [activity] = await store().read.select().from(activities);
    expect(activity).toMatchObject({ kind: "act-failed", data: { reason: "You may not do that." } });
  });

  it("of a message that has left wait until it is found again", async () => {
    const [first, second] = await box.mailbox().takeIn();
    if (!first || !second) return;
    const setMissing = (missingSince: Date | null) =>
      store().write(async (tx) =>
        tx.update(placements).set({ missingSince }).where(eq(placements.id, first.placement.id)),
      );
    await setMissing(new Date());
    for (const one of [first, second]) await box.wish(one, box.addFlags("\\Seen"));
    const calls = box.spy();
    box.run();
    await expect.poll(() => box.states()).toEqual(["pending", "done"]);
    await setMissing(null);
    await box.settled();
    expect(await box.states()).toEqual(["done", "done"]);
    expect(calls.of("storeFlags")).toEqual(["storeFlags [2]", "storeFlags [1]"]);
  });

  it("of a message that is gone for good are no longer wanted", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    const missingSince = new Date(Date.now() - 3 * 60_000 - 1000);
    await store().write(async (tx) => tx.update(placements).set({ missingSince }));
    await box.wish(first, box.addFlags("\\Seen"));
    box.run();
    await box.settled();
    expect(await box.states()).toEqual(["done"]);
  });
});
