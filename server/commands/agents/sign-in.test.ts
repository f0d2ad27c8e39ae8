import { describe, expect, it } from "vitest";
import { sessions } from "#db/schema/index";
import { identifySession } from "#server/auth/identify";
import { hashPassword } from "#server/auth/passwords";
import { sealSessionId } from "#server/auth/session-token";
import { isAppError } from "#server/errors";
import { store } from "#server/store";
import { build } from "#server/testing/build";
import { useFreshStore } from "#server/testing/fresh-store";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";

const password = "correct horse battery";
const browser = { ipAddress: "203.0.113.1", userAgent: "Browser", replacedSessionId: null };
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "",
    (error: unknown) => (isAppError(error) ? error.code : "bug"),
  );

describe("signIn", () => {
  useFreshStore();
  const agentWithPassword = async (wishes = {}) =>
    build.agent({ passwordHash: await hashPassword(password), ...wishes });
  const identityOf = async (sessionId: string) => identifySession(await sealSessionId(sessionId));

  it("starts a session that knows the agent, whatever the case of the address", async () => {
    const agent = await agentWithPassword();
    const started = await signIn({ ...browser, emailAddress: ` ${agent.emailAddress.toUpperCase()} `, password });
    expect((await identityOf(started?.sessionId ?? ""))?.agent.id).toBe(agent.id);
    const [row] = await store().read.select().from(sessions);
    expect(row).toMatchObject({ userAgent: "Browser", ipAddress: "203.0.113.1", revokedAt: null });
  });

  it("ends the session that the browser had before, and a signed-out one", async () => {
    const { emailAddress } = await agentWithPassword();
    const first = await signIn({ ...browser, emailAddress, password });
    const second = await signIn({ ...browser, emailAddress, password, replacedSessionId: first?.sessionId ?? null });
    expect(await identityOf(first?.sessionId ?? "")).toBeNull();
    expect(await identityOf(second?.sessionId ?? "")).not.toBeNull();
    await signOut(second?.sessionId ?? "");
    expect(await identityOf(second?.sessionId ?? "")).toBeNull();
  });

  it("gives the same answer to a wrong password, an unknown address, an invited and a deactivated agent", async () => {
    const { emailAddress } = await agentWithPassword();
    const gone = await agentWithPassword({ deactivatedAt: new Date() });
    const invited = await build.agent();
    for (const given of [
      { emailAddress, password: "wrong" },
      { emailAddress, password: "" },
      { emailAddress: "nobody@team.test", password },
      { emailAddress: gone.emailAddress, password },
      { emailAddress: invited.emailAddress, password },
    ])
      expect(await signIn({ ...browser, ...given })).toBeUndefined();
    expect(await store().read.select().from(sessions)).toEqual([]);
  });

  it("makes an account wait after eight wrong tries, from wherever they came, known or not", async () => {
    const { emailAddress } = await agentWithPassword();
    for (const address of [emailAddress, "unknown-and-tried@team.test"]) {
      for (let n = 0; n < 8; n += 1)
        await signIn({ ...browser, ipAddress: `198.51.100.${n}`, emailAddress: address, password: "wrong" });
      expect(await codeOf(signIn({ ...browser, emailAddress: address, password }))).toBe("rate_limited");
    }
  });

  it("makes an address of the network wait that tries many accounts", async () => {
    const tries = Array.from({ length: 41 }, (_, n) =>
      codeOf(signIn({ ...browser, ipAddress: "192.0.2.77", emailAddress: `spray${n}@team.test`, password: "x" })),
    );
    const codes = await Promise.all(tries);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(1);
    const { emailAddress } = await agentWithPassword();
    expect(await signIn({ ...browser, emailAddress, password })).toBeDefined();
  });

  it("does not count right passwords against anybody", async () => {
    const { emailAddress } = await agentWithPassword();
    for (let n = 0; n < 12; n += 1) expect(await signIn({ ...browser, emailAddress, password })).toBeDefined();
  });
});
