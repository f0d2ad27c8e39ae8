import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Verification, type VerifyAccount } from "#lib/contracts/account";
import { startDovecot, type Dovecot } from "../testing/dovecot/start-dovecot.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startLineServer } from "../testing/line-server.ts";
import { useCertificates } from "../testing/use-certificates.ts";
import { verifyAccount } from "./verify-account.ts";

const password = "canary-9b1e-geheim";
const mail = "From: a@customer.test\r\nSubject: Hello\r\nMessage-ID: <1@customer.test>\r\n\r\nHello\r\n";

describe("trying out an account", () => {
  useFreshStore();
  const certificates = useCertificates();
  let dovecot: Dovecot;
  const endings: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const users = [{ name: "ada@acme.test", password }];
    const folders = ["Gesendet", "Entwürfe", "Papierkorb", "Kunden"];
    dovecot = await startDovecot({ users, folders, specialUse: false, tls: true });
    await dovecot.deliver("ada@acme.test", mail);
    await dovecot.deliver("ada@acme.test", mail, "Gesendet");
  });
  afterAll(() => dovecot.stop());
  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  const startSmtp = async (options: SMTPServerOptions = {}) => {
    const server = new SMTPServer({
      authOptional: false,
      onAuth: (auth, _session, done) =>
        auth.password === password
          ? done(null, { user: auth.username })
          : done(Object.assign(new Error(`Refused ${auth.password}`), { responseCode: 535 })),
      ...options,
    });
    server.on("error", () => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    endings.push(() => new Promise((resolve) => server.close(() => resolve())));
    const address = server.server.address();
    return typeof address === "object" && address ? address.port : 0;
  };

  const account = (imapPort: number, smtpPort: number, wishes: Partial<VerifyAccount> = {}): VerifyAccount => ({
    emailAddress: "ada@acme.test",
    password,
    imap: { host: "127.0.0.1", port: imapPort, security: "none" },
    smtp: { host: "127.0.0.1", port: smtpPort, security: "none" },
    ...wishes,
  });

  it("finds both servers good and shows the folders with their roles and counts", async () => {
    const smtpPort = await startSmtp({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true });
    const verification = await verifyAccount(account(dovecot.imapPort, smtpPort));
    expect(Verification.parse(verification)).toMatchObject({ ok: true, imap: { ok: true }, smtp: { ok: true } });
    const found = Object.fromEntries(verification.folders.map(({ path, ...folder }) => [path, folder]));
    expect(found).toEqual({
      INBOX: { role: "inbox", roleSource: "server", messageCount: 1 },
      Gesendet: { role: "sent", roleSource: "name", messageCount: 1 },
      Entwürfe: { role: "drafts", roleSource: "name", messageCount: 0 },
      Papierkorb: { role: "trash", roleSource: "name", messageCount: 0 },
      Kunden: { role: "none", roleSource: "none", messageCount: 0 },
    });
  });

  it("changes nothing in the mailbox", async () => {
    const smtpPort = await startSmtp({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true });
    const look = async () => {
      const other = await dovecot.login("ada@acme.test");
      const lines = await other.run("EXAMINE INBOX");
      other.close();
      return lines.filter((line) => /EXISTS|RECENT|UNSEEN|UIDNEXT|HIGHESTMODSEQ/.test(line));
    };
    const before = await look();
    await verifyAccount(account(dovecot.imapPort, smtpPort));
    expect(await look()).toEqual(before);
  });

  it.each(["tls", "starttls"] as const)("signs in to both over %s", async (security) => {
    certificates.trustFile(dovecot.caPath);
    const imap = { host: "localhost", port: security === "tls" ? dovecot.imapsPort : dovecot.imapPort, security };
    const verification = await verifyAccount(account(0, 0, { imap, smtp: imap }));
    expect(verification.imap).toEqual({ ok: true });

    certificates.trust("valid");
    const port = await startSmtp({ ...certificates.of("valid"), secure: security === "tls" });
    const smtp = { host: "localhost", port, security };
    expect((await verifyAccount(account(dovecot.imapPort, 0, { smtp }))).smtp).toEqual({ ok: true });
  });

  it.each([
    ["expired", "tls_expired"],
    ["wrong-host", "tls_wrong_host"],
  ] as const)("names a certificate that is %s after STARTTLS", async (kind, code) => {
    certificates.trust(kind);
    const port = await startSmtp(certificates.of(kind));
    const { smtp } = await verifyAccount(
      account(dovecot.imapPort, 0, { smtp: { host: "localhost", port, security: "starttls" } }),
    );
    expect(smtp).toMatchObject({ ok: false, code });
  });

  it("names a certificate that nobody known has signed after STARTTLS, on both sides", async () => {
    const port = await startSmtp(certificates.of("valid"));
    const verification = await verifyAccount(
      account(0, 0, {
        imap: { host: "localhost", port: dovecot.imapPort, security: "starttls" },
        smtp: { host: "localhost", port, security: "starttls" },
      }),
    );
    expect([verification.imap.code, verification.smtp.code]).toEqual(["tls_self_signed", "tls_self_signed"]);
    expect(verification.folders).toEqual([]);
  });

  it("judges each side by itself", async () => {
    const smtpPort = await startSmtp({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true });
    const verification = await verifyAccount(
      account(dovecot.imapPort, smtpPort, { imap: { host: "127.0.0.1", port: 1, security: "none" } }),
    );
    expect(verification).toMatchObject({ ok: false, imap: { ok: false, code: "refused" }, smtp: { ok: true } });
    expect(verification.imap.detail).toContain("993 with TLS");
  });

  it("tells a wrong password on both sides and never repeats it", async () => {
    const wrong = "canary-wrong-5d2c";
    const smtpPort = await startSmtp({ disabledCommands: ["STARTTLS"], allowInsecureAuth: true });
    const echo = await startLineServer({
      greeting: "* OK [CAPABILITY IMAP4rev1] ready",
      answer: (line) =>
        `${line.split(" ")[0]} ${/ LOGIN /.test(line) ? `NO [AUTHENTICATIONFAILED] no ${line}` : "OK done"}`,
    });
    endings.push(() => echo.close());
    const verifications = await Promise.all([
      verifyAccount(account(dovecot.imapPort, smtpPort, { password: wrong })),
      verifyAccount(account(echo.port, smtpPort, { password: wrong })),
    ]);
    for (const { imap, smtp } of verifications)
      expect([imap.code, smtp.code]).toEqual(["wrong_password", "wrong_password"]);
    expect(echo.received.join("\n")).toContain(wrong);
    expect(JSON.stringify(verifications)).not.toContain(wrong);
  });
});
