import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workspace } from "#db/schema/index";
import type { VerifyAccount } from "#lib/contracts/account";
import { forget } from "#server/singleton";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { captureLog } from "#server/testing/capture-log";
import { freePorts } from "#server/testing/dovecot/free-port";
import { useFreshStore } from "#server/testing/fresh-store";
import { startLineServer } from "#server/testing/line-server";
import { discoverAccount } from "./discover-account.ts";
import { tryAccount } from "./try-account.ts";

const password = "canary-4c4c";

async function closedSettings(): Promise<VerifyAccount> {
  const [imap = 0, smtp = 0] = await freePorts(2);
  const at = (port: number) => ({ host: "127.0.0.1", port, security: "none" as const });
  return { emailAddress: "ada@acme.test", password, imap: at(imap), smtp: at(smtp) };
}

describe("trying settings out", () => {
  useFreshStore();
  beforeEach(() => forget("account-attempts"));
  let log: ReturnType<typeof captureLog>;
  beforeEach(() => (log = captureLog()));
  afterEach(() => log.stop());

  it("is for those who may connect", async () => {
    const agent = await build.agent({ inboxIds: [(await build.inbox()).id] });
    const settings = await closedSettings();
    await expect(tryAccount(agent, settings)).rejects.toMatchObject({ code: "forbidden" });
    await expect(discoverAccount(agent, "ada@gmail.com")).rejects.toMatchObject({ code: "forbidden" });
    await store().write(async (tx) => tx.insert(workspace).values({ id: 1, agentsMayConnect: true }));
    expect(await tryAccount(agent, settings)).toMatchObject({ ok: false, imap: { code: "refused" } });
    expect(await discoverAccount(agent, "ada@gmail.com")).toMatchObject({ provider: "gmail" });
  });

  it("is written down: by whom and how it went, without the address", async () => {
    const admin = await build.agent({ role: "admin" });
    await tryAccount(admin, await closedSettings());
    expect(log.text()).toContain(`"agentId":${admin.id},"imapCode":"refused","smtpCode":"refused"`);
    expect(log.text()).not.toContain("ada@acme.test");
  });

  it("lets nobody try endlessly", async () => {
    const [admin, other] = [await build.agent({ role: "admin" }), await build.agent({ role: "admin" })];
    const settings = await closedSettings();
    for (let count = 0; count < 30; count += 1) await tryAccount(admin, settings);
    await expect(tryAccount(admin, settings)).rejects.toMatchObject({
      code: "rate_limited",
      details: { retryAfterSeconds: expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 60) },
    });
    await expect(tryAccount(other, settings)).resolves.toMatchObject({ ok: false });
  });

  it("keeps the password out of the log and the answer, also when a server repeats it", async () => {
    const admin = await build.agent({ role: "admin" });
    const echoes = await startLineServer({
      greeting: "* OK [CAPABILITY IMAP4rev1] ready",
      answer: (line) => `${line.split(" ")[0]} ${/ LOGIN /.test(line) ? `NO ${line}` : "OK done"}`,
    });
    const mirror = await startLineServer({
      greeting: "220 ready",
      answer: (line) =>
        line.startsWith("EHLO") ? "250-hello\r\n250 AUTH LOGIN PLAIN" : `535 you said ${line} ${password}`,
    });
    const settings = await closedSettings();
    const verification = await tryAccount(admin, {
      ...settings,
      imap: { ...settings.imap, port: echoes.port },
      smtp: { ...settings.smtp, port: mirror.port },
    });
    await Promise.all([echoes.close(), mirror.close()]);
    expect([verification.imap.ok, verification.smtp.code]).toEqual([false, "wrong_password"]);
    const encoded = Buffer.from(`\0ada@acme.test\0${password}`).toString("base64");
    for (const secret of [password, encoded]) {
      expect(JSON.stringify(verification)).not.toContain(secret);
      expect(log.text()).not.toContain(secret);
    }
  });
});
