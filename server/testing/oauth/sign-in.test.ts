import { describe, expect, it } from "vitest";
import { accountById } from "#db/queries/sync/accounts";
import { grantOf } from "#db/queries/oauth/grants";
import { oauthSignIns } from "#db/schema/index";
import type { Agent } from "#server/auth/agent";
import { listProviders } from "#server/queries/oauth/list-providers";
import { getSignIn } from "#server/queries/oauth/get-sign-in";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useOauthProvider } from "#server/testing/oauth/use-oauth-provider";
import { visitOauthPage } from "#server/testing/oauth/visit-oauth-page";
import { unseal } from "#server/vault";
import { changeAccount } from "#server/commands/accounts/change-account";
import { removeAccount } from "#server/commands/accounts/remove-account";
import { beginSignIn } from "#server/commands/oauth/begin-sign-in";
import { connectSignedIn } from "#server/commands/oauth/connect-signed-in";
import { finishSignIn } from "#server/commands/oauth/finish-sign-in";
import { reconnectAccount } from "#server/commands/oauth/reconnect-account";

const mailbox = {
  emailAddress: "support@acme.test",
  imap: { host: "127.0.0.1", port: 993, security: "tls" },
  smtp: { host: "127.0.0.1", port: 465, security: "tls" },
  name: "Support",
  mode: "two-way",
} as const;

describe("what a sign-in brought", () => {
  const provider = useOauthProvider({ GOOGLE_CLIENT_ID: "google-id", GOOGLE_CLIENT_SECRET: "google-secret" });

  async function signIn(agent: Agent, accountId?: number): Promise<string> {
    const wish = { provider: "generic", ...(accountId !== undefined && { accountId }) } as const;
    const { id, url } = await beginSignIn(agent, "session-of-a-browser", wish);
    await finishSignIn("session-of-a-browser", "generic", (await visitOauthPage(url)).searchParams);
    return id;
  }
  const rowsOfSignIns = () => store().read.select().from(oauthSignIns);
  const refreshTokenOf = async (accountId: number) =>
    unseal(`oauth_grants:refresh_token:${accountId}`, (await grantOf(store().read, accountId))?.refreshToken ?? "");

  it("becomes one account's, sealed for its new place", async () => {
    const { id: inboxId } = await build.inbox();
    const admin = await build.agent({ role: "admin" });
    const id = await signIn(admin);
    const accountId = await connectSignedIn(admin, id, { ...mailbox, inboxId });
    expect(await accountById(store().read, accountId)).toMatchObject({ oauthProvider: "generic", state: "connecting" });
    expect(await grantOf(store().read, accountId)).toMatchObject({
      signedInAs: "support@acme.test",
      scope: expect.stringContaining("imap"),
    });
    expect(await refreshTokenOf(accountId)).toMatch(/^[\w-]{20,}$/);
    expect(await rowsOfSignIns()).toMatchObject([{ state: "used", tokens: "", verifier: "" }]);
    const again = connectSignedIn(admin, id, { ...mailbox, inboxId, emailAddress: "sales@acme.test" });
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("lies in the store sealed, and is told to nobody", async () => {
    const admin = await build.agent({ role: "admin" });
    const id = await signIn(admin);
    const [row] = await rowsOfSignIns();
    const tokens: unknown = JSON.parse(unseal(`oauth_sign_ins:tokens:${id}`, row?.tokens ?? ""));
    const secrets = [...Object.values(tokens ?? {}), provider().clientSecret, "google-secret"].map(String);
    expect(secrets).toHaveLength(4);
    const told = [JSON.stringify(row), JSON.stringify(await getSignIn(admin, id)), JSON.stringify(listProviders())];
    for (const text of told) for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it("changes nothing of an account whose server does not let it in", async () => {
    const admin = await build.agent({ role: "admin" });
    const nowhere = { imapPort: 1, imapSecurity: "none", smtpPort: 1, smtpSecurity: "none" } as const;
    const account = await build.grantedAccount({}, nowhere);
    const id = await signIn(admin, account.id);
    const verification = await reconnectAccount(admin, id);
    expect(verification).toMatchObject({ ok: false, imap: { ok: false, code: "refused" } });
    expect(await refreshTokenOf(account.id)).toBe("refresh-1");
    expect((await getSignIn(admin, id)).state).toBe("signed-in");
  });

  it("goes when the account is given a password", async () => {
    const admin = await build.agent({ role: "admin" });
    const account = await build.grantedAccount();
    await changeAccount(admin, account.id, { password: "an app password" });
    expect(await grantOf(store().read, account.id)).toBeUndefined();
    expect((await accountById(store().read, account.id))?.oauthProvider).toBeNull();
  });

  it("is given back to the provider with the last account of that person", async () => {
    const admin = await build.agent({ role: "admin" });
    const { id: inboxId } = await build.inbox();
    const connect = async (emailAddress: string) =>
      connectSignedIn(admin, await signIn(admin), { ...mailbox, emailAddress, inboxId });
    const [first, second] = [await connect("support@acme.test"), await connect("shared@acme.test")];
    const isKnown = async (token: string) => {
      const { clientId, clientSecret, issuer } = provider();
      const authorization = `Basic ${Buffer.from(`${clientId}:${encodeURIComponent(clientSecret)}`).toString("base64")}`;
      const body = new URLSearchParams({ token });
      const answer = await fetch(`${issuer}/token/introspection`, { method: "POST", headers: { authorization }, body });
      return JSON.parse(await answer.text()) as unknown;
    };
    const [one, other] = [await refreshTokenOf(first), await refreshTokenOf(second)];
    await removeAccount(admin, first);
    expect(await isKnown(one)).toMatchObject({ active: true });
    await removeAccount(admin, second);
    expect(await isKnown(other)).toEqual({ active: false });
  });
});
