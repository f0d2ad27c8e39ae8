import { eq } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { attachments, messageBodies, messages, operations, placements } from "#db/schema/index";
import { readBlob } from "../../blobs.ts";
import { store } from "../../store.ts";
import { build } from "../../testing/build.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { customerMail as mail, useOutboxMailbox } from "../../testing/outbox-mailbox.ts";

useFreshStore();
const box = useOutboxMailbox();

describe("texts", () => {
  const bodyOf = async (messageId: number) =>
    (await store().read.select().from(messageBodies).where(eq(messageBodies.messageId, messageId)))[0];

  it("are fetched when somebody waits, all of a folder in one command", async () => {
    const taken = await box.mailbox().takeIn();
    for (const one of taken) await box.wish(one, { kind: "fetch-body" }, 0);
    const calls = box.spy();
    box.run();
    await box.settled();
    for (const [index, one] of taken.entries()) {
      expect((await bodyOf(one.message.id))?.text.trim()).toBe(`Hello number ${index + 1}`);
    }
    expect(calls.of("fetchPartsOfMany")).toHaveLength(1);
  });

  it("are fetched ahead of need, newest first", async () => {
    const taken = await box.mailbox().takeIn();
    await box.mailbox().disconnect();
    box.run({});
    await box.mailbox().reconnect();
    await vi.waitFor(async () => {
      const rows = await store().read.select().from(messages);
      expect(rows.map((row) => row.bodyState)).toEqual(taken.map(() => "stored"));
    });
    expect((await bodyOf(taken[0]?.message.id ?? 0))?.text.trim()).toBe("Hello number 1");
    // What comes in later is fetched too.
    await box.deliver(5);
    await box.mailbox().takeIn("INBOX", 5);
    await box.ring();
    await vi.waitFor(async () => {
      const rows = await store().read.select().from(messages);
      expect(rows.filter((row) => row.bodyState !== "stored")).toEqual([]);
    });
  });

  it("that are gone from the server fail with a reason", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    await store().write(async (tx) =>
      tx.update(placements).set({ uid: 4000 }).where(eq(placements.id, first.placement.id)),
    );
    await box.wish(first, { kind: "fetch-body" }, 0);
    box.run();
    await box.settled();
    const [operation] = await store().read.select().from(operations);
    expect(operation).toMatchObject({ state: "failed", lastError: "The message is no longer on the mail server." });
    const [message] = await store().read.select().from(messages).where(eq(messages.id, first.message.id));
    expect(message?.bodyState).toBe("failed");
  });

  it("come from another place of the message when the first has gone", async () => {
    const [first, second] = await box.mailbox().takeIn();
    if (!first || !second) return;
    await store().write(async (tx) => {
      await tx.update(placements).set({ uid: 4000 }).where(eq(placements.id, first.placement.id));
      await tx.update(placements).set({ messageId: first.message.id }).where(eq(placements.id, second.placement.id));
    });
    await box.wish(first, { kind: "fetch-body" }, 0);
    box.run();
    await box.settled();
    expect((await bodyOf(first.message.id))?.text.trim()).toBe("Hello number 2");
  });

  it("and the whole source are kept byte for byte", async () => {
    const [first] = await box.mailbox().takeIn();
    if (!first) return;
    await box.wish(first, { kind: "fetch-source" }, 0);
    box.run();
    await box.settled();
    const [message] = await store().read.select().from(messages).where(eq(messages.id, first.message.id));
    expect((await readBlob(message?.sourceBlob ?? "")).toString()).toBe(mail(1));
  });

  it("and files are decoded and kept by their hash", async () => {
    const file = Buffer.from("%PDF-1.7 not really");
    const other = await box.login();
    await other.append(
      "INBOX",
      `Message-ID: <file@customer.test>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee file\r\n--b\r\n` +
        `Content-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${file.toString("base64")}\r\n--b--\r\n`,
    );
    other.close();
    const taken = (await box.mailbox().takeIn()).at(-1);
    const attachment = await build.attachment({ messageId: taken?.message.id ?? 0, part: "2" });
    await box.wish(taken, { kind: "fetch-attachment", attachmentId: attachment.id }, 0);
    box.run();
    await box.settled();
    const [row] = await store().read.select().from(attachments);
    expect(row?.sizeBytes).toBe(file.length);
    expect(await readBlob(row?.blob ?? "")).toEqual(file);
  });
});
