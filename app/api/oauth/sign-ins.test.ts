import { onTestFinished, describe, expect, it } from "vitest";
import { BegunSignIn, SignIn } from "#lib/contracts/oauth";
import type { Agent } from "#server/auth/agent";
import { useClock } from "#server/clock";
import { env } from "#server/env";
import type { Route } from "#server/http/route";
import { ask } from "#server/testing/ask";
import { build } from "#server/testing/build";
import { useOauthProvider } from "#server/testing/oauth/use-oauth-provider";
import { visitOauthPage } from "#server/testing/oauth/visit-oauth-page";
import * as accountList from "../accounts/route.ts";
import * as callback from "./callback/[provider]/route.ts";
import * as accountOf from "./sign-ins/[id]/account/route.ts";
import * as reconnectionOf from "./sign-ins/[id]/reconnection/route.ts";
import * as signInOf from "./sign-ins/[id]/route.ts";
import * as signIns from "./sign-ins/route.ts";

const mailbox = {
  emailAddress: "support@acme.test",
  imap: { host: "127.0.0.1", port: 993, security: "tls" },
  smtp: { host: "127.0.0.1", port: 465, security: "tls" },
  name: "Support",
  mode: "two-way",
};

/** An agent at their browser. */
async function browser(agent: Agent) {
  const { cookie } = await build.session({ agentId: agent.id });
  const headers = { cookie, origin: env().APP_URL };
  return {
    agent,
    ask: (route: Route, question: Parameters<typeof ask>[1] = {}) => ask(route, { ...question, headers }),
    begin: async (wish: Record<string, unknown> = {}) => {
      const answer = await ask(signIns.POST, { headers, body: { provider: "generic", ...wish } });
      return BegunSignIn.parse(await answer.json());
    },
    /** Comes back from the provider's page. @returns where it is sent on to */
    comeBack: async (from: URL, provider = "generic") => {
      const landing = new URL(from);
      const answer = await ask(callback.GET, {
        path: `${landing.pathname}${landing.search}`,
        params: { provider },
        headers: { cookie, "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
      });
      expect(answer.status).toBe(303);
      return new URL(answer.headers.get("location") ?? "");
    },
    see: async (id: string) => SignIn.parse(await (await ask(signInOf.GET, { agent, params: { id } })).json()),
  };
}

const unknown = "/settings/accounts/connect?signIn=unknown";
const pathOf = (url: URL) => `${url.pathname}${url.search}`;
const withParameter = (url: URL, name: string, value: string) => {
  const changed = new URL(url);
  changed.searchParams.set(name, value);
  return changed;
};

describe("a sign-in at a provider", () => {
  const google = { GOOGLE_CLIENT_ID: "google-id", GOOGLE_CLIENT_SECRET: "google-secret" };
  const provider = useOauthProvider({ ...google, MICROSOFT_CLIENT_ID: "ms-id", MICROSOFT_CLIENT_SECRET: "ms-secret" });
  const admin = async () => browser(await build.agent({ role: "admin" }));

  it("asks with PKCE by S256, the exact redirect address and a state, and for lasting access", async () => {
    const desk = await admin();
    const { url } = await desk.begin({ provider: "google", emailAddress: "ada@gmail.com" });
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      client_id: "google-id", response_type: "code", redirect_uri: "http://localhost:3000/api/oauth/callback/google",
      code_challenge_method: "S256", code_challenge: expect.stringMatching(/^[\w-]{43}$/), state: expect.stringMatching(/^[\w-]{43}$/),
      scope: "openid email https://mail.google.com/", access_type: "offline", prompt: "consent", login_hint: "ada@gmail.com",
    }); // prettier-ignore
    const microsoft = new URL((await desk.begin({ provider: "microsoft" })).url);
    expect(microsoft.href).toContain("https://login.microsoftonline.com/common/oauth2/v2.0/authorize?");
    expect(microsoft.searchParams.get("scope")).toBe(
      "openid email profile offline_access https://outlook.office.com/IMAP.AccessAsUser.All https://outlook.office.com/SMTP.Send",
    );
  });

  it("ends at the form with the address of whoever signed in, and stores no account", async () => {
    const desk = await admin();
    const { id, url } = await desk.begin();
    expect(pathOf(await desk.comeBack(await visitOauthPage(url)))).toBe(`/settings/accounts/connect?signIn=${id}`);
    expect(await desk.see(id)).toMatchObject({ state: "signed-in", emailAddress: "support@acme.test", problem: null });
    expect(await (await desk.ask(accountList.GET)).json()).toMatchObject({ items: [] });
    expect(provider().tokenRequests).toEqual(["authorization_code"]);
  });

  it("is not taken twice", async () => {
    const desk = await admin();
    const { id, url } = await desk.begin();
    const back = await visitOauthPage(url);
    await desk.comeBack(back);
    expect(pathOf(await desk.comeBack(back))).toBe(unknown);
    expect((await desk.see(id)).state).toBe("signed-in");
    expect(provider().tokenRequests).toEqual(["authorization_code"]);
  });

  it("is not taken from another session, which leaves it to whom it belongs", async () => {
    const desk = await admin();
    const [sameAgent, stranger] = [await browser(desk.agent), await admin()];
    const { id, url } = await desk.begin();
    const back = await visitOauthPage(url);
    for (const thief of [sameAgent, stranger]) expect(pathOf(await thief.comeBack(back))).toBe(unknown);
    expect(provider().tokenRequests).toEqual([]);
    expect((await desk.see(id)).state).toBe("waiting");
    expect(pathOf(await desk.comeBack(back))).toContain(id);
  });

  it("does not let a browser take in what another one signed in to", async () => {
    const [victim, attacker] = [await admin(), await admin()];
    const mine = await attacker.begin();
    const { id } = await victim.begin();
    expect(pathOf(await victim.comeBack(await visitOauthPage(mine.url)))).toBe(unknown);
    expect((await victim.see(id)).state).toBe("waiting");
  });

  it("is not taken at the address of another provider, without a state, or with one that was made up", async () => {
    const desk = await admin();
    const { id, url } = await desk.begin();
    const back = await visitOauthPage(url);
    expect(pathOf(await desk.comeBack(back, "google"))).toBe(unknown);
    expect(pathOf(await desk.comeBack(withParameter(back, "state", "a".repeat(43))))).toBe(unknown);
    const stateless = new URL(back);
    stateless.searchParams.delete("state");
    expect(pathOf(await desk.comeBack(stateless))).toBe(unknown);
    expect((await desk.see(id)).state).toBe("waiting");
  });

  it("is over after ten minutes", async () => {
    const desk = await admin();
    const { url } = await desk.begin();
    const back = await visitOauthPage(url);
    onTestFinished(useClock({ now: () => new Date(Date.now() + 10 * 60_000 + 1000) }));
    expect(pathOf(await desk.comeBack(back))).toBe(unknown);
  });

  it("is over when its session is", async () => {
    const desk = await admin();
    const { url } = await desk.begin();
    const answer = await ask(callback.GET, {
      path: `/api/oauth/callback/generic${(await visitOauthPage(url)).search}`,
      params: { provider: "generic" },
    });
    expect(answer.headers.get("location")).toBe("http://localhost:3000/sign-in");
    expect(provider().tokenRequests).toEqual([]);
  });

  it("is not loaded by a script or an image of another site", async () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" };
    const answer = await ask(callback.GET, { params: { provider: "generic" }, headers });
    expect(answer.status).toBe(403);
  });

  const outcomes = [
    ["another issuer answers", "wrong_issuer", (back: URL) => withParameter(back, "iss", "https://evil.test"), {}],
    ["the person says no", "denied", (back: URL) => back, { isCancelled: true }],
    ["mail was not allowed", "scope_missing", (back: URL) => back, { scopes: ["smtp"] as string[] }],
    ["the code is not the provider's", "refused", (back: URL) => withParameter(back, "code", "made-up"), {}],
  ] as const;
  it.each(outcomes)("comes to nothing when %s", async (_, code, change, choice) => {
    const desk = await admin();
    const { id, url } = await desk.begin();
    const back = await visitOauthPage(url, { ...choice });
    await desk.comeBack(change(back));
    expect(await desk.see(id)).toMatchObject({
      state: "failed",
      problem: { code, detail: expect.stringMatching(/\.$/) },
    });
    const body = { ...mailbox, inboxId: (await build.inbox()).id };
    expect((await desk.ask(accountOf.POST, { params: { id }, body })).status).toBe(409);
  });

  it("comes to nothing, and can be begun again, when the provider is down or gives short access only", async () => {
    const desk = await admin();
    const brief = JSON.stringify({
      access_token: "a",
      token_type: "bearer",
      scope: "openid email imap smtp",
      expires_in: 60,
    });
    const faults = [["hang-up", "provider_unavailable"], [{ status: 503 }, "provider_unavailable"], [{ status: 401, body: '{"error":"invalid_client"}' }, "client_rejected"]] as const; // prettier-ignore
    for (const [fault, code] of faults) {
      const { id, url } = await desk.begin();
      const back = await visitOauthPage(url);
      provider().faults.push(fault);
      await desk.comeBack(back);
      expect((await desk.see(id)).problem?.code).toBe(code);
    }
    const { id, url } = await desk.begin();
    const back = await visitOauthPage(url);
    provider().faults.push({ status: 200, body: brief });
    await desk.comeBack(back);
    // Without an ID token nothing proves whose answer that is.
    expect((await desk.see(id)).state).toBe("failed");
  });

  it("is another agent's business to nobody", async () => {
    const [desk, other] = [await admin(), await admin()];
    const { id, url } = await desk.begin();
    await desk.comeBack(await visitOauthPage(url));
    expect((await other.ask(signInOf.GET, { params: { id } })).status).toBe(404);
    expect((await other.ask(accountOf.POST, { params: { id }, body: mailbox })).status).toBe(404);
  });

  it("for an account is for that account and nothing else", async () => {
    const desk = await admin();
    const account = await build.grantedAccount({}, { state: "needs-attention", stateCode: "oauth_reconnect" });
    const again = await desk.begin({ accountId: account.id });
    expect(pathOf(await desk.comeBack(await visitOauthPage(again.url)))).toBe(
      `/settings/accounts/${account.id}?signIn=${again.id}`,
    );
    expect((await desk.ask(accountOf.POST, { params: { id: again.id }, body: mailbox })).status).toBe(409);
    const fresh = await desk.begin();
    await desk.comeBack(await visitOauthPage(fresh.url));
    expect((await desk.ask(reconnectionOf.POST, { method: "POST", params: { id: fresh.id } })).status).toBe(409);
  });

  it("is begun by a browser, for what its agent may change", async () => {
    const outsider = await browser(await build.agent({ inboxIds: [(await build.inbox()).id] }));
    const account = await build.grantedAccount();
    const begin = (body: unknown) => outsider.ask(signIns.POST, { body });
    expect((await begin({ provider: "generic" })).status).toBe(403);
    expect((await begin({ provider: "generic", accountId: account.id })).status).toBe(404);
    const { agent } = await admin();
    expect((await ask(signIns.POST, { agent, body: { provider: "generic" } })).status).toBe(403);
  });
});
