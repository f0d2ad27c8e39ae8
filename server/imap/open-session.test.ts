import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { startDovecot, type Dovecot, type DovecotOptions } from "../testing/dovecot/start-dovecot.ts";
import { allowLoopback } from "../testing/imap-backends.ts";
import { startLineServer } from "../testing/line-server.ts";
import { startScriptedImap } from "../testing/scripted-imap/start-scripted-imap.ts";
import { useCertificates } from "../testing/use-certificates.ts";
import * as network from "#server/network";
import { openSession } from "./open-session.ts";
import type { ImapSession, ImapSettings } from "./session.ts";

const user = { name: "ada@example.com", password: "secret" };
const running: { stop(): Promise<void> }[] = [];
const open: ImapSession[] = [];

beforeEach(allowLoopback);
afterEach(() => {
  vi.restoreAllMocks();
  for (const session of open.splice(0)) session.destroy();
});
afterAll(() => Promise.all(running.map((each) => each.stop())));

async function connect(settings: Pick<ImapSettings, "host" | "port" | "security">, password = user.password) {
  const session = await openSession({ ...settings, username: user.name, password, purpose: "command" });
  open.push(session);
  return session;
}

async function dovecot(options: Omit<DovecotOptions, "users"> = {}): Promise<Dovecot> {
  const server = await startDovecot({ users: [user], ...options });
  running.push(server);
  return server;
}

async function lineServer(greeting: string, answer?: (line: string) => string | null): Promise<number> {
  const server = await startLineServer({ greeting, ...(answer ? { answer } : {}) });
  running.push({ stop: () => server.close() });
  return server.port;
}

describe("An encrypted connection", () => {
  const certificates = useCertificates();
  let server: Dovecot;
  beforeAll(async () => {
    server = await dovecot({ tls: true });
  });

  it.each(["localhost", "127.0.0.1"])(
    "to %s is made when the certificate is right, from the start or later",
    async (host) => {
      certificates.trustFile(server.caPath);
      const direct = await connect({ host, port: server.imapsPort, security: "tls" });
      const upgraded = await connect({ host, port: server.imapPort, security: "starttls" });
      expect([direct.isOpen, upgraded.isOpen]).toEqual([true, true]);
    },
  );

  it.each(["tls", "starttls"] as const)("is not made to a server nobody vouches for (%s)", async (security) => {
    const port = security === "tls" ? server.imapsPort : server.imapPort;
    await expect(connect({ host: "localhost", port, security })).rejects.toMatchObject({
      kind: "tls",
      code: "tls_self_signed",
    });
  });

  it("is not made with a certificate that has expired", async () => {
    const expired = await dovecot({ tls: "expired" });
    certificates.trustFile(expired.caPath);
    await expect(connect({ host: "localhost", port: expired.imapsPort, security: "tls" })).rejects.toMatchObject({
      kind: "tls",
      code: "tls_expired",
    });
  });

  it("is not made with a certificate made out to another host", async () => {
    const other = await dovecot({ tls: "wrong-host" });
    certificates.trustFile(other.caPath);
    await expect(connect({ host: "localhost", port: other.imapsPort, security: "tls" })).rejects.toMatchObject({
      kind: "tls",
      code: "tls_wrong_host",
    });
  });

  it("is not made on a port that speaks plainly, and not given up for a plain one", async () => {
    const plain = await dovecot();
    await expect(connect({ host: "127.0.0.1", port: plain.imapPort, security: "tls" })).rejects.toMatchObject({
      kind: "tls",
      code: "tls_failed",
    });
    await expect(connect({ host: "127.0.0.1", port: plain.imapPort, security: "starttls" })).rejects.toMatchObject({
      kind: "tls",
      code: "starttls_missing",
    });
    expect(plain.log()).not.toContain("Login: user");
  });
});

describe("A connection that is not made", () => {
  it("leads to an address inside this network", async () => {
    vi.spyOn(network, "resolveMailHost").mockRejectedValue(new network.NetworkError("address_not_allowed", "no"));
    await expect(connect({ host: "10.0.0.1", port: 993, security: "tls" })).rejects.toMatchObject({
      code: "address_not_allowed",
    });
  });

  it("would send the password over the internet in the clear", async () => {
    await expect(connect({ host: "192.0.2.1", port: 143, security: "none" })).rejects.toThrow();
    await expect(connect({ host: "93.184.216.34", port: 143, security: "none" })).rejects.toMatchObject({
      code: "plaintext_not_allowed",
    });
  });

  it("finds nobody there", async () => {
    const server = await startScriptedImap({ users: [] });
    await server.stop();
    await expect(connect({ host: "127.0.0.1", port: server.port, security: "none" })).rejects.toMatchObject({
      kind: "network",
      code: "refused",
    });
  });

  it("finds something else there", async () => {
    const web = await lineServer("HTTP/1.1 400 Bad Request");
    await expect(connect({ host: "127.0.0.1", port: web, security: "none" })).rejects.toMatchObject({
      code: "not_a_mail_server",
    });
  });

  it("shows that it is alive when it is doubted, or ends", async () => {
    const server = await startScriptedImap({ users: [user] });
    running.push(server);
    const opened = await connect({ host: "127.0.0.1", port: server.port, security: "none" });
    await opened.prove(5000);
    expect(opened.isOpen).toBe(true);
    server.setFaults(({ command }) => (command === "NOOP" ? { hang: true } : undefined));
    await opened.prove(250);
    expect(opened.isOpen).toBe(false);
  });

  it("has a server that may be silent while nothing is asked of it, and not while it owes an answer", async () => {
    const server = await startScriptedImap({ users: [user] });
    running.push(server);
    const { port } = server;
    const silence = { owingMs: 250, restingMs: 60_000 };
    const session = await openSession({
      host: "127.0.0.1", port, security: "none", username: user.name, password: user.password, purpose: "command", silence,
    }); // prettier-ignore
    open.push(session);
    await session.noop();
    await sleep(3 * silence.owingMs);
    await session.noop();
    server.setFaults(({ command }) => (command === "NOOP" ? { hang: true } : undefined));
    await expect(session.noop()).rejects.toThrow();
    expect(session.isOpen).toBe(false);
  });

  it("is turned away at the door", async () => {
    const full = await lineServer("* BYE Too many connections from your address.");
    await expect(connect({ host: "127.0.0.1", port: full, security: "none" })).rejects.toMatchObject({
      kind: "refused",
      code: "too_many_connections",
    });
  });

  it("has a server that repeats the password, and does not repeat it", async () => {
    const server = await startScriptedImap({ users: [user] });
    running.push(server);
    server.setFaults(({ command }) =>
      command === "LOGIN" ? { refuse: "NO [AUTHENTICATIONFAILED] LOGIN ada@example.com hunter2 failed" } : undefined,
    );
    const error: unknown = await connect({ host: "127.0.0.1", port: server.port, security: "none" }, "hunter2").catch(
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ kind: "auth", code: "wrong_password" });
    expect(String(error)).toContain("ada@example.com ••• failed");
    expect(String(error)).not.toContain("hunter2");
  });
});

it("The other family of addresses is tried where the first has no route", async () => {
  const server = await startScriptedImap({ users: [user] });
  running.push(server);
  vi.spyOn(network, "resolveMailHost").mockResolvedValue([
    { address: "::1", family: 6, isPrivate: true },
    { address: "127.0.0.1", family: 4, isPrivate: true },
  ]);
  expect((await connect({ host: "mail.example.com", port: server.port, security: "none" })).isOpen).toBe(true);
});
