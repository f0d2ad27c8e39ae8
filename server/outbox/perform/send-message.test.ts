import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { activities, placements } from "#db/schema/index";
import { ImapError } from "../../imap/errors.ts";
import { store } from "../../store.ts";
import { useFreshStore } from "../../testing/fresh-store.ts";
import { useOutboxMailbox } from "../../testing/outbox-mailbox.ts";
import { operationsOf, queueAnswer, retryByHand, theSend } from "../../testing/queued-send.ts";
import { startSmtpSink, type SmtpFault, type SmtpSink } from "../../testing/smtp-sink.ts";

useFreshStore();
const box = useOutboxMailbox();
let sink: SmtpSink;

beforeEach(async () => {
  sink = await startSmtpSink();
  await box.setAccount({ smtpHost: sink.host, smtpPort: sink.port, smtpSecurity: "none" });
});
afterEach(() => sink.stop());

const stateIs = (state: string) => vi.waitFor(async () => expect((await theSend()).state).toBe(state), 15_000);
const sentBox = () => box.mailbox().see("Sent");

describe("a mail", () => {
  it("leaves once, lies in Sent once, and marks what it answers", async () => {
    const { accepted, answered } = await queueAnswer(box.mailbox());
    box.run();
    await stateIs("sent");
    await box.settled();
    expect(sink.mails.map((mail) => mail.to)).toEqual([[answered.message.fromAddress]]);
    expect(sink.mails[0]?.source.toString()).toContain(`Message-ID: <${accepted.internetMessageId}>`);
    const [copy, ...more] = await sentBox();
    expect(more).toEqual([]);
    expect(copy).toMatchObject({ messageId: accepted.internetMessageId, flags: ["\\Seen"] });
    const rows = await store().read.select().from(placements);
    expect(rows.find((row) => row.messageId === accepted.messageId)).toMatchObject({ uid: copy?.uid, seen: true });
    expect((await box.mailbox().see("INBOX"))[0]?.flags).toEqual(["\\Answered", "\\Seen"]);
    expect((await box.placement(answered.placement.id))?.answered).toBe(true);
    expect((await theSend()).sentCopyState).toBe("stored");
  });

  it("that sends another on marks that one as forwarded, and not as answered", async () => {
    const to = [{ name: "", address: "other@team.test" }];
    const { answered } = await queueAnswer(box.mailbox(), { to }, "forward");
    box.run();
    await stateIs("sent");
    await box.settled();
    expect((await box.mailbox().see("INBOX"))[0]?.flags).toEqual(["$Forwarded", "\\Seen"]);
    expect(await box.placement(answered.placement.id)).toMatchObject({ answered: false, keywords: ["$Forwarded"] });
  });

  it("whose copy the full mailbox refuses is sent all the same, and the conversation says that none is kept", async () => {
    const appended = vi.fn(() => Promise.reject(new ImapError("over-quota", "OVERQUOTA", "The mailbox is full.")));
    box.spy({ append: appended });
    await queueAnswer(box.mailbox());
    box.run();
    await stateIs("sent");
    await box.settled();
    expect(appended).toHaveBeenCalledTimes(1);
    expect((await theSend()).sentCopyState).toBe("failed");
    const failed = (await store().read.select().from(activities)).find(({ kind }) => kind === "act-failed");
    expect(failed?.data).toMatchObject({ act: "append-sent", reason: "The mailbox is full." });
    expect(sink.mails).toHaveLength(1);
  });

  it("whose folder for sent mail is gone has it made again for its copy", async () => {
    const other = await box.login();
    await other.run("DELETE Sent");
    other.close();
    const { accepted } = await queueAnswer(box.mailbox());
    box.run();
    await stateIs("sent");
    await box.settled();
    expect((await sentBox()).map((one) => one.messageId)).toEqual([accepted.internetMessageId]);
  });

  it("is not copied to Sent where the provider keeps its own copy", async () => {
    await box.setAccount({ provider: "gmail" });
    const { accepted } = await queueAnswer(box.mailbox());
    box.run({ prefetch: false, sentLooksMs: [500, 500, 1000, 2000] });
    await stateIs("sent");
    await vi.waitFor(
      async () => expect((await operationsOf("append-sent"))[0]?.attemptCount).toBeGreaterThan(1),
      10_000,
    );
    expect(await sentBox()).toEqual([]);
    const other = await box.login();
    await other.append("Sent", sink.mails[0]?.source ?? "", { flags: ["\\Seen"] });
    other.close();
    await vi.waitFor(async () => expect((await theSend()).sentCopyState).toBe("stored"), 15_000);
    expect((await sentBox()).map((one) => one.messageId)).toEqual([accepted.internetMessageId]);
  });

  it("waits and says why while the server will not have it", async () => {
    sink.faults.push({ at: "rcpt", code: 450 });
    const { agent, accepted } = await queueAnswer(box.mailbox());
    box.run();
    await stateIs("retrying");
    expect((await theSend()).lastError).toContain("450");
    await retryByHand(agent, accepted.sendId);
    await stateIs("sent");
    expect(sink.mails).toHaveLength(1);
  });

  it("that is refused for good fails, visibly, and may be sent again by hand", async () => {
    sink.faults.push({ at: "after-data", code: 554 });
    const { agent, accepted } = await queueAnswer(box.mailbox());
    box.run();
    await stateIs("failed");
    const kinds = (await store().read.select().from(activities)).map((activity) => activity.kind);
    expect(kinds).toContain("send-failed");
    await retryByHand(agent, accepted.sendId);
    await stateIs("sent");
  });

  it("that reached only some recipients is sent, and says who was refused", async () => {
    sink.faults.push({ at: "rcpt", code: 550, address: "x@customer.test" });
    await queueAnswer(box.mailbox(), { cc: [{ name: "", address: "x@customer.test" }] });
    box.run();
    await stateIs("sent");
    expect((await theSend()).lastError).toContain("x@customer.test was refused");
  });
});

describe("after a connection that ended without an answer", () => {
  const lost: SmtpFault = { at: "after-data", cut: true };

  it("a mail that is found in Sent was sent", async () => {
    sink.faults.push(lost);
    await box.setAccount({ provider: "gmail" });
    await queueAnswer(box.mailbox());
    box.run();
    await stateIs("uncertain");
    const other = await box.login();
    await other.append("Sent", sink.mails[0]?.source ?? "", { flags: ["\\Seen"] });
    other.close();
    await stateIs("sent");
    expect(sink.mails).toHaveLength(1);
  });

  it("a mail that is found nowhere stays in doubt until a person decides", async () => {
    sink.faults.push(lost);
    const { agent, accepted } = await queueAnswer(box.mailbox());
    box.run();
    await vi.waitFor(async () => expect((await operationsOf("send"))[0]?.attemptCount).toBeGreaterThan(1), 10_000);
    expect((await theSend()).state).toBe("uncertain");
    expect(sink.mails).toHaveLength(1);
    // Refused at the moment in which it is looked for.
    await vi.waitFor(() => retryByHand(agent, accepted.sendId));
    await stateIs("sent");
    expect(sink.mails).toHaveLength(2);
  });
});
