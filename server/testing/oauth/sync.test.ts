import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { outboxAccount } from "#db/queries/outbox/outbox-account";
import { grantOf } from "#db/queries/oauth/grants";
import { messages, oauthGrants } from "#db/schema/index";
import { ImapError } from "../../imap/errors.ts";
import { handOverAs } from "../../outbox/perform/hand-over-as.ts";
import { store } from "../../store.ts";
import { endOfSession } from "../../sync/token-problem.ts";
import { alertAdmins } from "../../timers/alert-admins.ts";
import { keepGrants } from "../../timers/keep-grants.ts";
import { mailAdmins } from "../../timers/mail-admins.ts";
import { build } from "../build.ts";
import { startDovecot, type Dovecot } from "../dovecot/start-dovecot.ts";
import { until } from "../run-sync.ts";
import { startSmtpSink, type SmtpSink } from "../smtp-sink.ts";
import { useOauthProvider } from "./use-oauth-provider.ts";
import { workingAccount } from "./working-account.ts";

const [support, sales] = ["support@acme.test", "sales@acme.test"];
const mailOf = (subject: string) =>
  `Message-ID: <${subject}@x.test>\r\nFrom: maria@lindqvist.test\r\nSubject: ${subject}\r\n\r\nHi\r\n`;
const mail = { from: support, recipients: ["maria@lindqvist.test"], source: Buffer.from("Subject: x\r\n\r\nHi\r\n") };
const watch = { onEndOfData: () => Promise.resolve() };

describe("an account that is signed in by OAuth", () => {
  const provider = useOauthProvider();
  const at: { dovecot: Dovecot | null; sink: SmtpSink | null } = { dovecot: null, sink: null };
  const running: Awaited<ReturnType<typeof workingAccount>>[] = [];
  const dovecot = () => {
    if (!at.dovecot) throw new Error("Dovecot has not been started.");
    return at.dovecot;
  };
  beforeAll(async () => {
    const users = [support, sales].map((name) => ({ name, password: "courier" }));
    at.dovecot = await startDovecot({ users, introspectionUrl: provider().introspectionUrl });
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
    await at.sink?.stop();
    at.sink = null;
  });
  afterAll(() => at.dovecot?.stop());

  const start = async (address: string) => {
    const working = await workingAccount(provider(), dovecot(), address);
    running.push(working);
    await working.comesTo("live");
    return working;
  };
  const isHere = (subject: string) =>
    until(async () => (await store().read.select().from(messages)).some((row) => row.subject === subject));
  const sinkFor = async (options: Parameters<typeof startSmtpSink>[0] = {}) => (at.sink = await startSmtpSink(options));

  it("goes on without a word when a session ends with its token", async () => {
    const { hangUp, tokens, seen, row } = await start(support);
    seen.length = 0;
    await provider().expire(tokens.accessToken);
    hangUp();
    await until(async () => provider().tokenRequests.length > 0);
    await dovecot().deliver(support, mailOf("after-expiry"));
    await isHere("after-expiry");
    expect(provider().tokenRequests).toEqual(["refresh_token"]);
    // Dovecot makes whoever was refused wait for some seconds, in which the account is not live and does not say it is.
    expect(seen).not.toContain("waiting");
    expect(seen).not.toContain("needs-attention");
    expect(await row()).toMatchObject({ state: "live", attentionSince: null });
  });

  it("waits for a provider that is down, and needs nobody", async () => {
    const { hangUp, tokens, seen, comesTo, row } = await start(support);
    seen.length = 0;
    provider().always = { status: 503, retryAfter: "1" };
    await provider().expire(tokens.accessToken);
    hangUp();
    const waiting = await comesTo("waiting", "oauth_unavailable");
    expect(waiting.stateDetail).toContain("tried again by itself");
    await until(async () => provider().tokenRequests.length > 2);
    provider().always = null;
    await comesTo("live");
    expect(seen).not.toContain("needs-attention");
    expect(await row()).toMatchObject({ attentionSince: null, alertedAt: null });
  });

  it("needs a person when access was taken back, and leaves another one alone", async () => {
    const [first, second] = [await start(support), await start(sales)];
    await provider().revoke(support);
    first.hangUp();
    const row = await first.comesTo("needs-attention", "oauth_reconnect");
    expect(row.stateDetail).toMatch(/^The sign-in with Acme ID has ended\. Sign in again\./);
    expect((await second.row()).state).toBe("live");

    // Admins are told at once, and written to once, through an account that mail leaves from.
    const sink = await sinkFor();
    await build.agent({ role: "admin", emailAddress: "ada@acme.test", passwordHash: "x" });
    await build.agent({ role: "agent", emailAddress: "tom@acme.test", passwordHash: "x" });
    const carrier = {
      smtpPort: sink.port,
      smtpSecurity: "none",
      inboxId: row.inboxId,
      emailAddress: "info@acme.test",
    } as const;
    await build.account({ ...carrier, emailAddress: "broken@acme.test", sendProblemCode: "wrong_password" });
    await build.account(carrier);
    await alertAdmins();
    expect((await first.row()).alertedAt).not.toBeNull();
    await mailAdmins();
    await mailAdmins();
    expect(sink.mails.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: "info@acme.test", to: ["ada@acme.test"] },
    ]);
    const text = sink.mails[0]?.source.toString() ?? "";
    expect(text).toContain(`/settings/accounts/${first.account.id}`);
    expect(text).toContain("Auto-Submitted: auto-generated");
  });

  it("sends with its token, and with a new one when that has ended", async () => {
    const tokens = await provider().grant(support);
    const sink = await sinkFor({ isTokenGood: (name, token) => provider().isTokenGood(name, token) });
    const { id } = await build.grantedAccount(tokens, {
      emailAddress: support,
      smtpPort: sink.port,
      smtpSecurity: "none",
    });
    const account = await outboxAccount(store().read, id);
    if (!account) throw new Error("The account is gone.");
    expect(await handOverAs(account, mail, watch)).toMatchObject({ kind: "accepted" });
    await provider().expire(tokens.accessToken);
    expect(await handOverAs(account, mail, watch)).toMatchObject({ kind: "accepted" });
    expect(provider().tokenRequests).toEqual(["refresh_token"]);
    expect(sink.mails).toHaveLength(2);

    const grant = await grantOf(store().read, id);
    await store().write((tx) => tx.update(oauthGrants).set({ accessExpiresAt: new Date(0) }));
    provider().faults.push({ status: 500 });
    expect(await handOverAs(account, mail, watch)).toMatchObject({ kind: "retry", problem: null });
    await store().write((tx) => tx.update(oauthGrants).set({ retryAt: null }));
    await provider().revoke(support);
    expect(await handOverAs(account, mail, watch)).toMatchObject({
      kind: "retry",
      problem: { code: "oauth_reconnect" },
    });
    expect(sink.mails).toHaveLength(2);
    expect(grant?.problemCode).toBe("");
  });

  it("takes a login that is refused in the middle for the end of its token, and no other account's", async () => {
    const { row } = await start(support);
    const refused = new ImapError("auth", "wrong_password", "The server said: “Session expired”");
    expect(await endOfSession(await row(), refused)).toMatchObject({ kind: "network", code: "connection_lost" });
    expect((await grantOf(store().read, (await row()).id))?.accessExpiresAt).toEqual(new Date(0));
    expect(await endOfSession({ ...(await row()), oauthProvider: null }, refused)).toBe(refused);
  });

  it("keeps its grant in use while it rests", async () => {
    const long = new Date(Date.now() - 8 * 86_400_000);
    const tokens = await provider().grant(support);
    const { id } = await build.grantedAccount(
      { ...tokens, refreshedAt: long, accessExpiresAt: long },
      { state: "paused" },
    );
    await keepGrants();
    await keepGrants();
    expect(provider().tokenRequests).toEqual(["refresh_token"]);
    expect((await grantOf(store().read, id))?.refreshedAt.getTime()).toBeGreaterThan(long.getTime());
  });
});
