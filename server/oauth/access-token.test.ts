import { Worker } from "node:worker_threads";
import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { grantOf, putGrant, takeLease } from "#db/queries/oauth/grants";
import { oauthGrants } from "#db/schema/index";
import { now, useClock } from "../clock.ts";
import { env } from "../env.ts";
import { store } from "../store.ts";
import { build } from "../testing/build.ts";
import { useOauthProvider } from "../testing/oauth/use-oauth-provider.ts";
import { seal, unseal } from "../vault.ts";
import { accessToken, refuseAccessToken } from "./access-token.ts";

const address = "support@acme.test";

describe("an access token", () => {
  const provider = useOauthProvider();
  let restoreClock = () => {};
  afterEach(() => restoreClock());

  const past = new Date(0);
  const granted = async (wishes: Parameters<typeof build.grantedAccount>[0] = {}) =>
    build.grantedAccount({ ...(await provider().grant(address)), signedInAs: address, ...wishes });
  /** Signed in some time ago: the token that was given then has run out. */
  const outdated = () => granted({ accessExpiresAt: past });
  const mustGrant = async (accountId: number) => {
    const grant = await grantOf(store().read, accountId);
    if (!grant) throw new Error("The grant is gone.");
    return grant;
  };
  const refreshTokenOf = async (accountId: number) =>
    unseal(`oauth_grants:refresh_token:${accountId}`, (await mustGrant(accountId)).refreshToken);
  const standStillAt = (at: Date) => {
    restoreClock();
    const clock = { at };
    restoreClock = useClock({ now: () => clock.at });
    return { pass: (ms: number) => void (clock.at = new Date(clock.at.getTime() + ms)) };
  };

  it("is used as long as it is good, and asked for anew before it ends", async () => {
    const { id } = await granted({ accessToken: "the stored one" });
    expect((await accessToken(id)).token).toBe("the stored one");
    expect(provider().tokenRequests).toEqual([]);
    const clock = standStillAt(now());
    clock.pass(3_600_000 - 60_000);
    expect((await accessToken(id)).token).not.toBe("the stored one");
    expect(provider().tokenRequests).toEqual(["refresh_token"]);
  });

  it("is asked for once by ten who want it at once", async () => {
    const { id } = await outdated();
    provider().delayMs = 50;
    const tokens = await Promise.all(Array.from({ length: 10 }, () => accessToken(id)));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
    expect(provider().tokenRequests).toEqual(["refresh_token"]);
  });

  it("is asked for once by three threads that share nothing but the store", async () => {
    const { id } = await outdated();
    provider().delayMs = 400;
    const { DATA_DIR, SECRET_KEY = "" } = env();
    const variables = {
      ...process.env,
      ...provider().env,
      DATA_DIR,
      SECRET_KEY,
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
    };
    const workers = Array.from(
      { length: 2 },
      () =>
        new Worker(new URL("../testing/oauth/token-caller.ts", import.meta.url), { env: variables, workerData: id }),
    );
    const said = (worker: Worker) =>
      new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
    await Promise.all(workers.map(said));
    const elsewhere = workers.map(said);
    for (const worker of workers) worker.postMessage("ask");
    const [here, ...there] = await Promise.all([accessToken(id).then(({ token }) => token), ...elsewhere]);
    expect(there).toEqual([here, here]);
    expect(provider().tokenRequests).toEqual(["refresh_token"]);
  });

  it("comes with a refresh token that is stored before the access token is given out", async () => {
    const { id } = await outdated();
    const first = await refreshTokenOf(id);
    const given = await accessToken(id);
    const second = await refreshTokenOf(id);
    expect(second).not.toBe(first);
    // The provider ends everything when a refresh token is used twice: that it goes on shows that the new one is used.
    await refuseAccessToken(id, given);
    expect((await accessToken(id)).token).not.toBe(given.token);
    expect(await refreshTokenOf(id)).not.toBe(second);
  });

  it("is not waited for longer than somebody who died with the request could have taken", async () => {
    const { id } = await outdated();
    const clock = standStillAt(now());
    const { version } = await mustGrant(id);
    const until = new Date(now().getTime() + 60_000);
    await store().write((tx) => takeLease(tx, { accountId: id, version, holder: "who died" }, now(), until));
    const asked = accessToken(id);
    clock.pass(61_000);
    await asked;
    expect(provider().tokenRequests).toEqual(["refresh_token"]);
  });

  it("is not lost to a provider that is down for ten minutes", async () => {
    const { id } = await outdated();
    const clock = standStillAt(now());
    for (const fault of ["hang-up", { status: 503, body: "<h1>Down</h1>" }, { status: 500 }] as const) {
      provider().always = fault;
      for (let waitedMs = 0; waitedMs < 200_000; waitedMs += 10_000) {
        await expect(accessToken(id)).rejects.toMatchObject({ code: "oauth_unavailable", isTransient: true });
        clock.pass(10_000);
      }
    }
    // Waits grow: 5 s, 10 s, 20 s and so on, up to five minutes.
    expect(provider().tokenRequests.length).toBeLessThan(10);
    provider().always = null;
    clock.pass(300_000);
    await accessToken(id);
    expect(await mustGrant(id)).toMatchObject({ problemCode: "", failureCount: 0, retryAt: null });
  });

  it("is not asked for before the time that a provider under load names", async () => {
    const { id } = await outdated();
    const clock = standStillAt(now());
    provider().faults.push({ status: 429, retryAfter: "120" });
    await expect(accessToken(id)).rejects.toMatchObject({ code: "oauth_unavailable", retryAfterMs: 120_000 });
    clock.pass(119_000);
    await expect(accessToken(id)).rejects.toMatchObject({ retryAfterMs: 1000 });
    expect(provider().tokenRequests).toHaveLength(1);
    clock.pass(1000);
    await accessToken(id);
    expect(provider().tokenRequests).toHaveLength(2);
  });

  it("takes a date for Retry-After as well", async () => {
    const { id } = await outdated();
    standStillAt(new Date("2026-11-29T10:00:00Z"));
    provider().faults.push({ status: 503, retryAfter: "Sun, 29 Nov 2026 10:03:00 GMT" });
    await expect(accessToken(id)).rejects.toMatchObject({ retryAfterMs: 180_000 });
  });

  it("is not to be had when access was taken back, which nobody asks about again", async () => {
    const { id } = await outdated();
    await provider().revoke(address);
    for (let count = 0; count < 3; count += 1)
      await expect(accessToken(id)).rejects.toMatchObject({ code: "oauth_reconnect", isTransient: false });
    expect(provider().tokenRequests).toHaveLength(1);
  });

  it("is not used when mail is not allowed any more", async () => {
    const { id } = await outdated();
    const body = { access_token: "a", token_type: "bearer", expires_in: 3600, scope: "openid email smtp" };
    provider().faults.push({ status: 200, body: JSON.stringify(body) });
    await expect(accessToken(id)).rejects.toMatchObject({ code: "oauth_scope_missing" });
    expect((await mustGrant(id)).accessExpiresAt).toEqual(past);
  });

  it("waits for an operator when the provider does not know the client, and says so without its secrets", async () => {
    const { id } = await outdated();
    const clock = standStillAt(now());
    const body = {
      error: "invalid_client",
      error_description: "AADSTS7000222: The provided client secret 'canary' is expired.",
    };
    provider().faults.push({ status: 401, body: JSON.stringify(body) });
    const error = await accessToken(id).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: "oauth_client_rejected", message: expect.stringContaining("AADSTS7000222") });
    expect(String(error)).not.toContain("canary");
    await expect(accessToken(id)).rejects.toMatchObject({ code: "oauth_client_rejected" });
    clock.pass(300_000);
    await accessToken(id);
  });

  it("is each account's own", async () => {
    const first = await outdated();
    const second = await granted({ ...(await provider().grant("sales@acme.test")), accessExpiresAt: past });
    const [one, other] = await Promise.all([accessToken(first.id), accessToken(second.id)]);
    expect(one.token).not.toBe(other.token);
    await provider().revoke("sales@acme.test");
    await refuseAccessToken(second.id, other);
    await expect(accessToken(second.id)).rejects.toMatchObject({ code: "oauth_reconnect" });
    expect((await accessToken(first.id)).token).toBe(one.token);
  });

  it("does not take the place of one that somebody signed in for meanwhile", async () => {
    const { id } = await outdated();
    provider().delayMs = 300;
    const asked = accessToken(id);
    await expect.poll(() => provider().tokenRequests.length).toBe(1);
    await store().write((tx) =>
      putGrant(tx, {
        accountId: id, provider: "generic", scope: "imap", accessExpiresAt: new Date(now().getTime() + 3_600_000), refreshedAt: now(),
        accessToken: seal(`oauth_grants:access_token:${id}`, "signed in anew"),
        refreshToken: seal(`oauth_grants:refresh_token:${id}`, "refresh anew"),
      }),
    ); // prettier-ignore
    expect((await asked).token).toBe("signed in anew");
    expect(await refreshTokenOf(id)).toBe("refresh anew");
  });

  it("lies in the store under the vault's key, bound to its account", async () => {
    const [mine, other] = [await granted({ accessToken: "canary-a", refreshToken: "canary-r" }), await granted()];
    expect(JSON.stringify(await store().read.select().from(oauthGrants))).not.toContain("canary");
    const { accessToken: sealed } = await mustGrant(mine.id);
    await store().write((tx) =>
      tx.update(oauthGrants).set({ accessToken: sealed }).where(eq(oauthGrants.accountId, other.id)),
    );
    await expect(accessToken(other.id)).rejects.toThrow();
  });
});
