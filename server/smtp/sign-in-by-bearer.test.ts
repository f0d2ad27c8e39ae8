import { describe, expect, it, onTestFinished } from "vitest";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startLineServer } from "../testing/line-server.ts";
import { sendMessage } from "./send-message.ts";

useFreshStore();

/** A server that announces these mechanisms, and says this to a login and to what follows it. */
async function send(mechanisms: string, answers: string[], username = "support@acme.test") {
  const left = [...answers];
  const server = await startLineServer({
    greeting: "220 mail.acme.test",
    answer: (line) => {
      if (line.startsWith("EHLO")) return `250-mail.acme.test\r\n250 AUTH ${mechanisms}`;
      return left.shift() ?? "421 4.3.0 Not now BYE";
    },
  });
  onTestFinished(() => server.close());
  const where = { host: "127.0.0.1", port: server.port, security: "none" as const };
  const mail = {
    from: "support@acme.test",
    recipients: ["maria@lindqvist.test"],
    source: Buffer.from("Subject: x\r\n\r\nHi\r\n"),
  };
  const login = { username, password: "", accessToken: "token-canary" };
  const outcome = await sendMessage({ ...where, ...login }, mail, { onEndOfData: () => Promise.resolve() });
  return { outcome, lines: server.received.filter((line) => !line.startsWith("EHLO")) };
}

const framed = (text: string) => Buffer.from(text).toString("base64");

describe("signing in to SMTP with a token", () => {
  it("says XOAUTH2 where the server has it", async () => {
    const { lines } = await send("PLAIN LOGIN XOAUTH2 OAUTHBEARER", ["235 2.7.0 Accepted"]);
    expect(lines[0]).toBe(`AUTH XOAUTH2 ${framed("user=support@acme.test\x01auth=Bearer token-canary\x01\x01")}`);
    expect(lines[1]).toMatch(/^MAIL FROM:<support@acme\.test>/);
  });

  it("says OAUTHBEARER to a server that has nothing else, with what frames the name written out", async () => {
    const { lines } = await send("PLAIN OAUTHBEARER", ["235 2.7.0 Accepted"], "a=b,c@acme.test");
    expect(lines[0]).toBe(`AUTH OAUTHBEARER ${framed("n,a=a=3Db=2Cc@acme.test,\x01auth=Bearer token-canary\x01\x01")}`);
  });

  const reason = `334 ${framed('{"status":"invalid_token"}')}`;
  it.each([
    ["XOAUTH2", ""],
    ["OAUTHBEARER", "AQ=="],
  ])("takes in why %s was refused, and calls it neither a password nor the mail's fault", async (name, breaker) => {
    const { outcome, lines } = await send(name, [reason, "535 5.7.8 Authentication failed token-canary"]);
    expect(lines[1]).toBe(breaker);
    expect(outcome).toMatchObject({ kind: "retry", problem: { code: "oauth_refused" } });
    expect(JSON.stringify(outcome)).not.toContain("token-canary");
  });

  it("names SMTP AUTH that Exchange has turned off as that", async () => {
    const text = "535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.";
    expect((await send("XOAUTH2", [text])).outcome).toMatchObject({ problem: { code: "imap_disabled" } });
  });

  it("sends no name that would break out of its field", async () => {
    const { outcome, lines } = await send("XOAUTH2", [], "a\x01auth=Bearer other");
    expect(outcome.kind).toBe("retry");
    expect(lines.join()).not.toContain("AUTH");
  });
});
