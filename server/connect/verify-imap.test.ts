import { afterEach, describe, expect, it } from "vitest";
import type { ServerSettings } from "#lib/contracts/account";
import type { CertificateKind } from "../testing/dovecot/certificates.ts";
import { freePorts } from "../testing/dovecot/free-port.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startLineServer, type LineScript, type LineServer } from "../testing/line-server.ts";
import { useCertificates } from "../testing/use-certificates.ts";
import { verifyImap } from "./verify-imap.ts";

const login = { username: "ada@acme.test", password: "canary-7f3a" };
const greeting = "* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready";

describe("trying out an IMAP server", () => {
  useFreshStore();
  const servers: LineServer[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await server.close();
  });

  const start = async (script: LineScript) => {
    const server = await startLineServer(script);
    servers.push(server);
    return server;
  };
  const at = (port: number, security: ServerSettings["security"], host = "127.0.0.1") => ({ host, port, security });
  const codeOf = async (server: ServerSettings, limitMs = 10_000) =>
    (await verifyImap(server, login, { limitMs, suspicionMs: 100 })).code;
  const refusingLogin = (text: string) =>
    start({
      greeting,
      answer: (line) => `${line.split(" ")[0]} ${/ (AUTHENTICATE|LOGIN) /.test(line) ? text : "OK done"}`,
    });

  it.each([
    ["NO [AUTHENTICATIONFAILED] Invalid credentials (Failure)", "wrong_password"],
    ["NO LOGIN failed.", "wrong_password"],
    ["NO [ALERT] Application-specific password required: https://support.google.com/accounts/answer/185833 (Failure)", "app_password_required"],
    ["NO [ALERT] Your account is not enabled for IMAP use. Please visit your account settings page. (Failure)", "imap_disabled"],
    ["NO [AUTHENTICATIONFAILED] LOGIN invalid credentials or IMAP is disabled", "imap_disabled"],
    ["NO [ALERT] Too many simultaneous connections. (Failure)", "too_many_connections"],
    ["NO [UNAVAILABLE] Maximum number of connections from user+IP exceeded (mail_max_userip_connections=10)", "too_many_connections"],
    ["BAD User is authenticated but not connected.", "too_many_connections"],
    ["NO [LIMIT] LOGIN Rate limit hit.", "throttled"],
    ["NO [UNAVAILABLE] LOGIN Server error - Please try again later", "server_error"],
  ])("takes %s for what it is", async (text, code) => {
    const server = await refusingLogin(text);
    expect(await codeOf(at(server.port, "none"))).toBe(code);
  }); // prettier-ignore

  it("says that nothing listens on a closed port", async () => {
    const [port = 0] = await freePorts(1);
    expect(await codeOf(at(port, "tls"))).toBe("refused");
  });

  it("gives up on a server that says nothing", async () => {
    const server = await start({});
    expect(await codeOf(at(server.port, "none"), 300)).toBe("timeout");
  });

  it.each(["220 smtp.acme.test ESMTP", "+OK POP3 ready", "SSH-2.0-OpenSSH_9.2"])(
    "knows %s for no IMAP server",
    async (hello) => {
      const server = await start({ greeting: hello });
      expect(await codeOf(at(server.port, "none"))).toBe("not_a_mail_server");
    },
  );

  it("says that a name does not exist", async () => {
    expect(await codeOf({ host: "imap.nowhere.invalid", port: 993, security: "tls" })).toBe("name_not_found");
  });

  it("sends nothing unencrypted to a public address", async () => {
    expect(await codeOf({ host: "8.8.4.4", port: 143, security: "none" })).toBe("plaintext_not_allowed");
  });

  it("never sends the password where STARTTLS was asked for and is not offered", async () => {
    const server = await start({
      greeting,
      answer: (line) => `${line.split(" ")[0]} ${/STARTTLS/.test(line) ? "BAD what?" : "OK done"}`,
    });
    expect(await codeOf(at(server.port, "starttls"))).toBe("starttls_missing");
    expect(server.received.join("\n")).not.toMatch(/AUTHENTICATE|LOGIN/);
  });

  it("says that a port without TLS does not speak it", async () => {
    const server = await start({ greeting });
    expect(await codeOf(at(server.port, "tls"))).toBe("tls_failed");
  });

  describe("with a certificate", () => {
    const certificates = useCertificates();

    const codeWith = async (kind: CertificateKind, isTrusted = true) => {
      if (isTrusted) certificates.trust(kind);
      const text = "NO [AUTHENTICATIONFAILED] reached the login";
      const answer = (line: string) => `${line.split(" ")[0]} ${/ AUTHENTICATE /.test(line) ? text : "OK done"}`;
      const server = await start({ greeting, answer, tls: certificates.of(kind) });
      return codeOf(at(server.port, "tls", "localhost"));
    };

    it("goes on to the login when it is right", async () => {
      expect(await codeWith("valid")).toBe("wrong_password");
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
