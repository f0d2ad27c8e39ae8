import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { noteAttention } from "#db/queries/health/attention";
import { accounts } from "#db/schema/index";
import { now, useClock } from "../clock.ts";
import { forget } from "../singleton.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { startSmtpSink, type SmtpSink } from "../testing/smtp-sink.ts";
import { alertAdmins } from "./alert-admins.ts";
import { mailAdmins } from "./mail-admins.ts";

useFreshStore();
const sinks: SmtpSink[] = [];
afterEach(async () => {
  await Promise.all(sinks.splice(0).map((sink) => sink.stop()));
  forget("alert-mail-pauses");
});

async function carrier(more: Parameters<typeof build.account>[0] = {}) {
  const sink = await startSmtpSink();
  sinks.push(sink);
  const account = await build.account({ smtpHost: sink.host, smtpPort: sink.port, smtpSecurity: "none", ...more });
  return { sink, account };
}

/** Refused its password from now on; the timers look at each of these minutes. */
async function refused(...minutes: number[]) {
  const { sink, account } = await carrier({ name: "Sales" });
  const set = {
    state: "needs-attention",
    stateCode: "wrong_password",
    stateDetail: "The server refused the password.",
  } as const;
  const start = now().getTime();
  await store().write(async (tx) => {
    await tx.update(accounts).set(set).where(eq(accounts.id, account.id));
    await noteAttention(tx, account.id, "needs-attention", new Date(start));
  });
  for (const minute of minutes) {
    const restore = useClock({ now: () => new Date(start + minute * 60_000) });
    await alertAdmins().then(mailAdmins).finally(restore);
  }
  return sink;
}

describe("an account that needs somebody", () => {
  it("is told to the admins by mail after an hour, once, through another account", async () => {
    const admin = await build.agent({ role: "admin", passwordHash: "x" });
    await build.agent({ role: "agent", passwordHash: "x" });
    const { sink } = await carrier();
    const own = await refused(1, 59);
    expect(sink.mails).toEqual([]);
    await store().write((tx) => tx.delete(accounts).where(eq(accounts.name, "Sales")));
    await refused(59, 61, 62, 180);
    expect(sink.mails.map(({ to }) => to)).toEqual([[admin.emailAddress]]);
    const source = sink.mails[0]?.source.toString() ?? "";
    expect(source).toContain("Subject: Sales needs attention");
    expect(source).toContain("The server refused the password.");
    expect(own.mails).toEqual([]);
  });

  it("is told through the next account where one does not send, and later where none does", async () => {
    await build.agent({ role: "admin", passwordHash: "x" });
    const first = await carrier({ sendProblemCode: "wrong_password" });
    const second = await carrier();
    second.sink.faults.push({ at: "mail", code: 550 }, { at: "mail", code: 550 });
    const third = await carrier();
    await refused(61);
    expect([first, second, third].map(({ sink }) => sink.mails.length)).toEqual([0, 0, 1]);
  });

  it("waits ten minutes where no account could carry the word, and tells then", async () => {
    await build.agent({ role: "admin", passwordHash: "x" });
    const { sink } = await carrier();
    sink.faults.push({ at: "mail", code: 451 });
    await refused(61, 65);
    expect(sink.mails).toEqual([]);
    forget("alert-mail-pauses");
    await store().write((tx) => tx.delete(accounts).where(eq(accounts.name, "Sales")));
    sink.faults.push({ at: "mail", code: 451 });
    await refused(61, 65, 72);
    expect(sink.mails).toHaveLength(1);
  });

  it("is told as soon as an account that was away as well is back", async () => {
    await build.agent({ role: "admin", passwordHash: "x" });
    const { sink, account } = await carrier({ state: "waiting" });
    await refused(61);
    await store().write((tx) => tx.update(accounts).set({ state: "live" }).where(eq(accounts.id, account.id)));
    await mailAdmins();
    expect(sink.mails).toHaveLength(1);
  });
});
