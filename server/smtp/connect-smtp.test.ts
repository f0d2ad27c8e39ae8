import { afterEach, describe, expect, it } from "vitest";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startSmtpSink, type SmtpSink, type SmtpSinkOptions } from "../testing/smtp-sink.ts";
import { useCertificates } from "../testing/use-certificates.ts";
import { sendMessage } from "./send-message.ts";
import type { SmtpSettings } from "./connect-smtp.ts";

useFreshStore();
const certificates = useCertificates();
let sink: SmtpSink | null = null;

afterEach(async () => {
  await sink?.stop();
});

async function send(options: SmtpSinkOptions, settings: Partial<SmtpSettings>) {
  sink = await startSmtpSink(options);
  const login = { username: "a@team.test", password: "right" };
  const mail = { from: "a@team.test", recipients: ["b@x.test"], source: Buffer.from("Subject: x\r\n\r\nHi\r\n") };
  const where = { host: "localhost", port: sink.port, security: "tls" as const };
  const outcome = await sendMessage({ ...where, ...login, ...settings }, mail, {
    onEndOfData: () => Promise.resolve(),
  });
  return { outcome, mailCount: sink.mails.length };
}

describe("a connection to an SMTP server", () => {
  it.each(["tls", "starttls"] as const)("carries mail under a certificate that is trusted (%s)", async (security) => {
    certificates.trust("valid");
    const tls = { ...certificates.of("valid"), isUpgraded: security === "starttls" };
    const { outcome, mailCount } = await send({ tls }, { security });
    expect(outcome).toMatchObject({ kind: "accepted" });
    expect(mailCount).toBe(1);
  });

  it.each(["expired", "wrong-host"] as const)("carries nothing under a certificate that is %s", async (kind) => {
    certificates.trust(kind);
    const { outcome, mailCount } = await send({ tls: certificates.of(kind) }, {});
    expect(outcome.kind).toBe("retry");
    expect(mailCount).toBe(0);
  });

  it("carries nothing under a certificate of an authority that nobody trusts", async () => {
    const { outcome } = await send({ tls: certificates.of("valid") }, {});
    expect(outcome.kind).toBe("retry");
  });

  it("does not begin with a host that is private and not allowed", async () => {
    const { outcome } = await send({}, { host: "10.1.2.3", security: "none" });
    expect(outcome).toMatchObject({ kind: "retry", code: "address_not_allowed" });
  });
});
