import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readBlob } from "../blobs.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { useOutboxMailbox } from "../testing/outbox-mailbox.ts";
import { operationsOf, queueAnswer, theSend } from "../testing/queued-send.ts";
import { startSmtpSink, type SmtpSink } from "../testing/smtp-sink.ts";
import type { FailpointName } from "./failpoint.ts";

useFreshStore();
const box = useOutboxMailbox();
let sink: SmtpSink;

beforeEach(async () => {
  sink = await startSmtpSink();
  await box.setAccount({ smtpHost: sink.host, smtpPort: sink.port, smtpSecurity: "none" });
});
afterEach(() => sink.stop());

const stateIs = (state: string) => vi.waitFor(async () => expect((await theSend()).state).toBe(state), 15_000);
const looksWere = (count: number) =>
  vi.waitFor(async () => expect((await operationsOf("send"))[0]?.attemptCount).toBeGreaterThanOrEqual(count), 15_000);

describe("a mail whose process was killed", () => {
  it.each<FailpointName>(["send:claimed", "send:smtp-connected", "send:settled"])(
    "at %s is sent once",
    async (failpoint) => {
      await queueAnswer(box.mailbox());
      await box.killAt(failpoint);
      box.run();
      await stateIs("sent");
      await box.settled();
      expect(sink.mails).toHaveLength(1);
      expect(await box.mailbox().see("Sent")).toHaveLength(1);
    },
  );

  it("before its end of data went out is in doubt, and never sent again by itself", async () => {
    await queueAnswer(box.mailbox());
    await box.killAt("send:end-of-data");
    box.run();
    await looksWere(2);
    expect((await theSend()).state).toBe("uncertain");
    expect(sink.mails).toEqual([]);
  });

  it("after the server had taken it is in doubt, and sent as soon as it is found in Sent", async () => {
    const { accepted } = await queueAnswer(box.mailbox());
    await box.killAt("send:handed-over");
    box.run();
    await looksWere(2);
    expect((await theSend()).state).toBe("uncertain");
    const other = await box.login();
    await other.append("Sent", await readBlob((await theSend()).sourceBlob));
    other.close();
    await stateIs("sent");
    await box.settled();
    expect(sink.mails).toHaveLength(1);
    expect((await box.mailbox().see("Sent")).map((copy) => copy.messageId)).toEqual([accepted.internetMessageId]);
  });

  it.each<FailpointName>(["append-sent:claimed", "append-sent:before-command", "append-sent:after-command"])(
    "at %s lies in Sent once",
    async (failpoint) => {
      await queueAnswer(box.mailbox());
      await box.killAt(failpoint);
      box.run();
      await box.settled();
      expect(sink.mails).toHaveLength(1);
      expect(await box.mailbox().see("Sent")).toHaveLength(1);
    },
  );
});

describe("an act whose process was killed", () => {
  it.each<FailpointName>(["move:claimed", "move:before-command", "move:after-command", "move:settled"])(
    "at %s is a move done once",
    async (failpoint) => {
      const taken = await box.mailbox().takeIn();
      for (const one of taken) await box.wish(one, box.moveTo("Archive"));
      await box.killAt(failpoint);
      box.run();
      await box.settled();
      const there = await box.mailbox().see("Archive");
      expect(there.map((one) => one.messageId)).toEqual(taken.map((one) => one.message.internetMessageId));
      expect(await box.mailbox().see("INBOX")).toEqual([]);
      for (const [index, one] of taken.entries()) {
        expect(await box.placement(one.placement.id)).toMatchObject({
          folderId: box.mailbox().folder("Archive").id,
          uid: there[index]?.uid,
          movingToFolderId: null,
        });
      }
    },
  );

  it.each<FailpointName>(["store-flags:claimed", "store-flags:before-command", "store-flags:after-command"])(
    "at %s is a flag set",
    async (failpoint) => {
      const [first] = await box.mailbox().takeIn();
      await box.wish(first, box.addFlags("\\Flagged"));
      await box.killAt(failpoint);
      box.run();
      await box.settled();
      expect((await box.mailbox().see("INBOX"))[0]?.flags).toEqual(["\\Flagged"]);
    },
  );
});
