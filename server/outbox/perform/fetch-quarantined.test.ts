import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { operations, quarantine } from "#db/schema/index";
import { readBlob } from "../../blobs.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { customerMail, useOutboxMailbox } from "../../testing/outbox-mailbox.ts";

useFreshStore();
const box = useOutboxMailbox();

async function wishFor(uid: number) {
  const { account, folder } = box.mailbox();
  const aside = await build.quarantined({ folderId: folder("INBOX").id, uid });
  const payload = { kind: "fetch-quarantined" as const, quarantineId: aside.id };
  const operation = await build.operation({ accountId: account.id, messageId: null, kind: payload.kind, payload, priority: 0 }); // prettier-ignore
  return { aside, operation };
}

describe("the source of a message that was set aside", () => {
  it("is fetched byte for byte, and kept", async () => {
    const { aside } = await wishFor(2);
    box.run();
    await box.settled();
    const [row] = await store().read.select().from(quarantine).where(eq(quarantine.id, aside.id));
    expect((await readBlob(row?.sourceBlob ?? "")).toString()).toBe(customerMail(2));
    expect(await box.states()).toEqual(["done"]);
  });

  it("that the server no longer has is given up with a reason", async () => {
    const { operation } = await wishFor(4000);
    box.run();
    await box.settled();
    const [row] = await store().read.select().from(operations).where(eq(operations.id, operation.id));
    expect(row).toMatchObject({ state: "failed", lastError: expect.stringContaining("no longer on the mail server") });
  });

  it("that ends the connection is asked for twice and no more", async () => {
    const { operation } = await wishFor(2);
    await store().write(async (tx) =>
      tx.update(operations).set({ attemptCount: 2 }).where(eq(operations.id, operation.id)),
    );
    const calls = box.spy();
    box.run();
    await box.settled();
    expect(await box.states()).toEqual(["failed"]);
    expect(calls.of("fetchSource")).toEqual([]);
  });
});
