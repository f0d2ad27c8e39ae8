import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { changeAccount } from "../commands/accounts/change-account.ts";
import { getAccount } from "../queries/accounts/get-account.ts";
import { build } from "./build.ts";
import { useFreshStore } from "./fresh-store.ts";
import { useOutboxMailbox } from "./outbox-mailbox.ts";
import { operationsOf, queueAnswer, theSend } from "./queued-send.ts";
import { startSmtpSink, type SmtpSink } from "./smtp-sink.ts";

useFreshStore();
const box = useOutboxMailbox();
let sink: SmtpSink;

const newPassword = "the new one";

beforeEach(async () => {
  sink = await startSmtpSink({ users: [{ name: box.mailbox().account.username, password: newPassword }] });
  await box.setAccount({ smtpHost: "localhost", smtpPort: sink.port, smtpSecurity: "none" });
});
afterEach(() => sink.stop());

const stateIs = (state: string) => vi.waitFor(async () => expect((await theSend()).state).toBe(state), 15_000);
const theAccount = async () => getAccount(await build.agent({ role: "admin" }), box.mailbox().account.id);

describe("an account whose password the SMTP server does not accept", () => {
  it("says so, and what to do, where the mail waits and at the account", async () => {
    await queueAnswer(box.mailbox());
    box.run();
    await stateIs("retrying");
    const detail =
      "localhost does not accept the user name and password for sending. Give the account its new password; mail that waits then goes out by itself.";
    expect((await theSend()).lastError).toBe(detail);
    expect((await theAccount()).sendProblem).toEqual({ code: "wrong_password", detail });
    expect(sink.mails).toEqual([]);
  });

  it("sends what waits as soon as it has the right one", async () => {
    await queueAnswer(box.mailbox());
    box.run();
    await stateIs("retrying");
    await changeAccount(await build.agent({ role: "admin" }), box.mailbox().account.id, { password: newPassword });
    await stateIs("sent");
    expect((await theAccount()).sendProblem).toBeNull();
    expect(sink.mails).toHaveLength(1);
  });

  it("that gets the right one while the wrong one is tried, does not wait for its next turn", async () => {
    const admin = await build.agent({ role: "admin" });
    await queueAnswer(box.mailbox());
    // The operation is claimed and its password read; the server is asked only after this.
    box.run({
      prefetch: false,
      failpoint: async (name) => {
        if (name === "send:claimed") await changeAccount(admin, box.mailbox().account.id, { password: newPassword });
      },
    });
    await stateIs("sent");
    expect((await operationsOf("send"))[0]?.state).toBe("done");
    expect((await theAccount()).sendProblem).toBeNull();
  });

  it("is well again when the server has changed its mind", async () => {
    await box.setAccount({ sendProblemCode: "tls_expired", sendProblemDetail: "The certificate has expired." });
    await changeAccount(await build.agent({ role: "admin" }), box.mailbox().account.id, { password: newPassword });
    await box.setAccount({ sendProblemCode: "tls_expired", sendProblemDetail: "The certificate has expired." });
    await queueAnswer(box.mailbox());
    box.run();
    await stateIs("sent");
    expect((await theAccount()).sendProblem).toBeNull();
  });
});
