import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startSmtpSink, type SmtpFault, type SmtpSink } from "../testing/smtp-sink.ts";
import { sendMessage } from "./send-message.ts";

useFreshStore();

let sink: SmtpSink;
let endOfDataCount = 0;
const watch = {
  onEndOfData: () => {
    endOfDataCount += 1;
    return Promise.resolve();
  },
};
const source = Buffer.from("From: a@team.test\r\nSubject: Hi\r\n\r\n.leading dot\r\nbare \n line\r\n");
const mail = { from: "a@team.test", recipients: ["b@customer.test", "c@customer.test"], source };

beforeEach(async () => {
  endOfDataCount = 0;
  sink = await startSmtpSink({ users: [{ name: "a@team.test", password: "right" }] });
});
afterEach(() => sink.stop());

function send(change: Partial<Parameters<typeof sendMessage>[0]> = {}, message = mail) {
  const settings = {
    host: sink.host,
    port: sink.port,
    security: "none" as const,
    username: "a@team.test",
    password: "right",
  };
  return sendMessage({ ...settings, ...change }, message, watch);
}

function sendWith(...faults: SmtpFault[]) {
  sink.faults.push(...faults);
  return send();
}

describe("sendMessage", () => {
  it("hands the bytes over to exactly the approved recipients", async () => {
    expect(await send()).toEqual({ kind: "accepted", refused: [], serverMessageId: null });
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]?.to).toEqual(mail.recipients);
    expect(sink.mails[0]?.source.toString()).toContain("\r\n.leading dot\r\nbare \r\n line\r\n");
    expect(endOfDataCount).toBe(1);
  });

  it("never ends the data inside a mail that looks like its end", async () => {
    const smuggled = Buffer.from("Subject: x\r\n\r\nfirst\n.\r\nMAIL FROM:<evil@x.test>\r\n.\r\nsecond\r.\rthird");
    await send({}, { ...mail, source: smuggled });
    expect(sink.mails).toHaveLength(1);
    expect(sink.mails[0]?.source.toString()).toContain("third");
  });

  it.each<[string, SmtpFault]>([
    ["the server hangs up at once", { at: "connect", cut: true }],
    ["the server hangs up at MAIL", { at: "mail", cut: true }],
    ["the server hangs up before the data", { at: "data-start", cut: true }],
    ["the sender is refused for now", { at: "mail", code: 451 }],
    ["every recipient is refused for now", { at: "rcpt", code: 450 }],
  ])("may safely try again when %s", async (_case, fault) => {
    expect(await sendWith(fault)).toMatchObject({ kind: "retry" });
    expect(sink.mails).toEqual([]);
  });

  it("may safely try again when the connection ends in the middle of the data", async () => {
    sink.faults.push({ at: "mid-data", cut: true });
    const large = Buffer.concat([source, Buffer.alloc(8_000_000, "line of text\r\n")]);
    expect(await send({}, { ...mail, source: large })).toMatchObject({ kind: "retry" });
    expect(endOfDataCount).toBe(0);
  });

  it.each<[string, SmtpFault]>([
    ["the sender is refused", { at: "mail", code: 550 }],
    ["every recipient is refused", { at: "rcpt", code: 550 }],
    ["the mail is refused after its data", { at: "after-data", code: 554 }],
  ])("gives up when %s for good", async (_case, fault) => {
    expect(await sendWith(fault)).toMatchObject({ kind: "failed" });
  });

  it("may try again when the mail was refused for now after its data", async () => {
    expect(await sendWith({ at: "after-data", code: 452 })).toMatchObject({ kind: "retry" });
  });

  it("does not know when the connection ends after the data and before the answer", async () => {
    expect(await sendWith({ at: "after-data", cut: true })).toMatchObject({ kind: "uncertain" });
    expect(sink.mails).toHaveLength(1);
  });

  it("tells which recipients were refused when others were not", async () => {
    const outcome = await sendWith({ at: "rcpt", code: 550, address: "c@customer.test" });
    expect(outcome).toMatchObject({ kind: "accepted", refused: [{ address: "c@customer.test" }] });
    expect(sink.mails[0]?.to).toEqual(["b@customer.test"]);
  });

  it("waits for a right password instead of giving the mail up", async () => {
    expect(await send({ password: "wrong" })).toMatchObject({ kind: "retry", code: "EAUTH" });
  });

  it("does not sign in without TLS where TLS is asked for", async () => {
    const outcome = await send({ security: "starttls" });
    expect(outcome).toMatchObject({ kind: "retry", code: "ETLS" });
  });

  it("ends before the end of data when that moment cannot be written down", async () => {
    const settings = {
      host: sink.host,
      port: sink.port,
      security: "none" as const,
      username: "a@team.test",
      password: "right",
    };
    const outcome = await sendMessage(settings, mail, { onEndOfData: () => Promise.reject(new Error("disk full")) });
    expect(outcome).toMatchObject({ kind: "retry" });
    expect(sink.mails).toEqual([]);
  });

  it("ends what can be ended when the engine stops", async () => {
    const stopping = new AbortController();
    const settings = {
      host: sink.host,
      port: sink.port,
      security: "none" as const,
      username: "a@team.test",
      password: "right",
    };
    const onEndOfData = () => {
      stopping.abort();
      return Promise.resolve();
    };
    const outcome = await sendMessage(settings, mail, { onEndOfData, signal: stopping.signal });
    expect(outcome).toMatchObject({ kind: "retry" });
    expect(sink.mails).toEqual([]);
  });
});
