import { afterEach, describe, expect, it } from "vitest";
import type { ServerSettings } from "#lib/contracts/account";
import type { CertificateKind } from "../testing/dovecot/certificates.ts";
import { freePorts } from "../testing/dovecot/free-port.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startLineServer, type LineScript, type LineServer } from "../testing/line-server.ts";
import { useCertificates } from "../testing/use-certificates.ts";
import { verifySmtp } from "./verify-smtp.ts";

const login = { username: "ada@acme.test", password: "canary-7f3a" };

/** A server that announces AUTH and answers a login with `text`. */
const answering = (text: string) => (line: string) => {
  if (line.startsWith("EHLO")) return "250-mail.acme.test\r\n250 AUTH PLAIN LOGIN";
  return line.startsWith("QUIT") ? "221 bye BYE" : text;
};

describe("trying out an SMTP server", () => {
  useFreshStore();
  const servers: LineServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  const start = async (script: LineScript) => {
    const server = await startLineServer({ greeting: "220 mail.acme.test ESMTP", ...script });
    servers.push(server);
    return server;
  };
  const at = (port: number, security: ServerSettings["security"], host = "127.0.0.1") => ({ host, port, security });
  const codeOf = (server: ServerSettings, limitMs?: number) => verifySmtp(server, login, limitMs);

  it("is content when the login is taken, and sends no mail", async () => {
    const server = await start({ answer: answering("235 2.7.0 Accepted") });
    expect(await codeOf(at(server.port, "none"))).toBeNull();
    expect(server.received.join("\n")).not.toMatch(/MAIL FROM|RCPT|DATA/);
  });

  it.each([
    ["535-5.7.8 Username and Password not accepted.\r\n535 5.7.8 https://support.google.com/mail/?p=BadCredentials", "wrong_password"],
    ["535 5.7.8 Error: authentication failed: authentication failure", "wrong_password"],
    ["534-5.7.9 Application-specific password required. Learn more at\r\n534 5.7.9 https://support.google.com/mail/?p=InvalidSecondFactor", "app_password_required"],
    ["535 5.7.0 NEOBHODIM parol prilozheniya / Application password is REQUIRED", "app_password_required"],
    ["535 5.7.139 Authentication unsuccessful, basic authentication is disabled.", "oauth_required"],
    ["535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.", "imap_disabled"],
    ["535 5.7.8 Authentication failed: SMTP access is disabled for this account", "imap_disabled"],
    ["454 4.7.0 Too many login attempts, please try again later.", "throttled"],
    ["454 4.7.0 Temporary authentication failure", "server_error"],
  ])("takes %s for what it is", async (text, code) => {
    const server = await start({ answer: answering(text) });
    expect(await codeOf(at(server.port, "none"))).toBe(code);
  }); // prettier-ignore

  it("says that there are too many connections", async () => {
    const server = await start({ greeting: "421 4.7.0 Too many concurrent connections BYE" });
    expect(await codeOf(at(server.port, "none"))).toBe("too_many_connections");
  });

  it("says that nothing listens on a closed port", async () => {
    const [port = 0] = await freePorts(1);
    expect(await codeOf(at(port, "tls"))).toBe("refused");
  });

  it("gives up on a server that says nothing", async () => {
    const server = await start({ greeting: "" });
    expect(await codeOf(at(server.port, "none"), 300)).toBe("timeout");
  });

  it.each(["* OK IMAP4rev1 ready", "+OK POP3 ready", "SSH-2.0-OpenSSH_9.2"])(
    "knows %s for no SMTP server",
    async (hello) => {
      const server = await start({ greeting: hello });
      expect(await codeOf(at(server.port, "none"))).toBe("not_a_mail_server");
    },
  );

  it("says that a name does not exist", async () => {
    expect(await codeOf({ host: "smtp.nowhere.invalid", port: 465, security: "tls" })).toBe("name_not_found");
  });

  it("sends nothing unencrypted to a public address", async () => {
    expect(await codeOf({ host: "8.8.4.4", port: 587, security: "none" })).toBe("plaintext_not_allowed");
  });

  it("never sends the password where STARTTLS was asked for and is not offered", async () => {
    const server = await start({
      answer: (line) =>
        line.startsWith("EHLO") ? "250-mail.acme.test\r\n250 AUTH PLAIN" : "502 5.5.1 no such command",
    });
    expect(await codeOf(at(server.port, "starttls"))).toBe("starttls_missing");
    expect(server.received.join("\n")).not.toMatch(/AUTH/);
  });

  it("says that a port without TLS does not speak it", async () => {
    const server = await start({});
    expect(await codeOf(at(server.port, "tls"))).toBe("tls_failed");
  });

  describe("with a certificate", () => {
    const certificates = useCertificates();

    const codeWith = async (kind: CertificateKind, isTrusted = true) => {
      if (isTrusted) certificates.trust(kind);
      const server = await start({ answer: answering("235 2.7.0 Accepted"), tls: certificates.of(kind) });
      return codeOf(at(server.port, "tls", "localhost"));
    };

    it("is content when it is right", async () => {
      expect(await codeWith("valid")).toBeNull();
    });

    it("names one that has expired", async () => {
      expect(await codeWith("expired")).toBe("tls_expired");
    });

    it("names one that was made for another host", async () => {
      expect(await codeWith("wrong-host")).toBe("tls_wrong_host");
    });

    it("names one that nobody known has signed", async () => {
      expect(await codeWith("valid", false)).toBe("tls_self_signed");
    });
  });
});
