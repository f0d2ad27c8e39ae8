import { describe, expect, it } from "vitest";
import { discoverSettings } from "./discover-settings.ts";
import type { Resolver, ServiceRecord } from "./resolver.ts";

type Network = { exchangers?: string[]; services?: Record<string, ServiceRecord[]>; answering?: string[] };

/** A network of which only this is known; every question is written down. */
function network({ exchangers = [], services = {}, answering = [] }: Network): Resolver & { asked: string[] } {
  const asked: string[] = [];
  const note = <T>(question: string, answer: T) => {
    asked.push(question);
    return Promise.resolve(answer);
  };
  return {
    asked,
    exchangers: (domain) => note(`MX ${domain}`, exchangers),
    services: (name) => note(`SRV ${name}`, services[name] ?? []),
    answers: (host, port) => note(`TCP ${host}:${port}`, answering.includes(`${host}:${port}`)),
  };
}

const record = (host: string, port: number, priority = 0, weight = 0) => ({ host, port, priority, weight });

describe("discovering settings", () => {
  it("knows a provider by the domain without asking the network", async () => {
    const quiet = network({});
    const found = await discoverSettings("Ada@GMail.com", quiet);
    expect(found).toMatchObject({
      provider: "gmail",
      providerName: "Gmail",
      source: "preset",
      username: "Ada@GMail.com",
      imap: { host: "imap.gmail.com", port: 993, security: "tls" },
      smtp: { host: "smtp.gmail.com", port: 465, security: "tls" },
    });
    expect(found.help?.text).toContain("app password");
    expect(quiet.asked).toEqual([]);
  });

  it.each([
    ["hotmail.co.uk", "Outlook.com"],
    ["yahoo.com.br", "Yahoo"],
    ["yahoo.co.jp", "Yahoo! JAPAN"],
    ["me.com", "iCloud"],
    ["gmx.de", "GMX"],
    ["gmx.co.uk", "GMX"],
    ["web.de", "WEB.DE"],
    ["bk.ru", "Mail.ru"],
    ["yandex.kz", "Yandex"],
    ["fastmail.fm", "Fastmail"],
    ["zoho.eu", "Zoho Mail"],
    ["aol.com", "AOL"],
  ])("knows %s as %s", async (domain, name) => {
    expect((await discoverSettings(`ada@${domain}`, network({}))).providerName).toBe(name);
  });

  it.each([
    ["aspmx.l.google.com", "gmail", "Google Workspace", "imap.gmail.com"],
    ["acme-test.mail.protection.outlook.com", "outlook", "Microsoft 365", "outlook.office365.com"],
    ["acme-test.p-v1.mx.microsoft", "outlook", "Microsoft 365", "outlook.office365.com"],
    ["mx01.mail.icloud.com", "icloud", "iCloud", "imap.mail.me.com"],
    ["mx.zoho.eu", "zoho", "Zoho Mail", "imappro.zoho.eu"],
    ["smtpin.rzone.de", "strato", "STRATO", "imap.strato.de"],
  ])("finds the hoster of a domain by its exchanger %s", async (exchanger, provider, providerName, host) => {
    const found = await discoverSettings("ada@acme.test", network({ exchangers: [exchanger] }));
    expect(found).toMatchObject({ provider, providerName, source: "preset", imap: { host } });
  });

  it("is not fooled by an exchanger that only looks like a hoster's", async () => {
    const found = await discoverSettings(
      "ada@acme.test",
      network({ exchangers: ["notgoogle.com", "google.com.evil.test"] }),
    );
    expect(found.provider).toBe("generic");
  });

  it("takes a domain that looks like a provider's for nobody's", async () => {
    expect((await discoverSettings("ada@outlook.acme.test", network({}))).source).toBe("none");
    expect((await discoverSettings("ada@notgmail.com", network({}))).source).toBe("none");
  });

  it("takes what the domain announces, TLS first, by priority and weight", async () => {
    const found = await discoverSettings(
      "ada@acme.test",
      network({
        services: {
          "_imaps._tcp.acme.test": [
            record("second.acme.test", 993, 20),
            record("light.acme.test", 993, 10, 1),
            record("heavy.acme.test", 993, 10, 9),
          ],
          "_imap._tcp.acme.test": [record("plain.acme.test", 143)],
          "_submission._tcp.acme.test": [record("submit.acme.test", 587)],
        },
      }),
    );
    expect(found).toMatchObject({
      source: "srv",
      provider: "generic",
      imap: { host: "heavy.acme.test", port: 993, security: "tls" },
      smtp: { host: "submit.acme.test", port: 587, security: "starttls" },
    });
  });

  it("recognises a provider that a domain announces", async () => {
    const services = { "_imaps._tcp.acme.test": [record("imap.fastmail.com", 993)] };
    const found = await discoverSettings("ada@acme.test", network({ services }));
    expect(found).toMatchObject({ source: "srv", provider: "fastmail", help: { url: expect.any(String) } });
  });

  it("reads a lone dot as a service that is not offered", async () => {
    const services = { "_imaps._tcp.acme.test": [record(".", 0)], "_imap._tcp.acme.test": [record("", 0)] };
    expect((await discoverSettings("ada@acme.test", network({ services }))).source).toBe("none");
  });

  it("tries the usual names and prefers TLS from the first byte", async () => {
    const answering = ["mail.acme.test:993", "imap.acme.test:143", "smtp.acme.test:587"];
    expect(await discoverSettings("ada@acme.test", network({ answering }))).toMatchObject({
      source: "guess",
      imap: { host: "mail.acme.test", port: 993, security: "tls" },
      smtp: { host: "smtp.acme.test", port: 587, security: "starttls" },
    });
  });

  it("tries the exchanger itself when the usual names are silent", async () => {
    const exchangers = ["mx.small-host.test"];
    const answering = ["mx.small-host.test:993", "mx.small-host.test:465"];
    expect(await discoverSettings("ada@acme.test", network({ exchangers, answering }))).toMatchObject({
      imap: { host: "mx.small-host.test" },
      smtp: { host: "mx.small-host.test" },
    });
  });

  it("says so when nothing is known", async () => {
    expect(await discoverSettings("ada@acme.test", network({}))).toEqual({
      provider: "generic",
      providerName: "",
      source: "none",
      imap: null,
      smtp: null,
      username: "ada@acme.test",
      oauthProvider: null,
      takesPassword: true,
      help: null,
    });
  });

  it("asks for a domain in the form that DNS knows", async () => {
    const asking = network({});
    await discoverSettings("ada@bücher.test", asking);
    expect(asking.asked).toContain("MX xn--bcher-kva.test");
  });

  it("explains a provider without IMAP instead of guessing", async () => {
    const found = await discoverSettings("ada@proton.me", network({}));
    expect(found).toMatchObject({ provider: "proton", imap: null, smtp: null });
    expect(found.help?.text).toContain("Bridge");
  });
});
