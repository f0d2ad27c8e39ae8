import { describe, expect, it, vi } from "vitest";
import { useFreshStore } from "../testing/fresh-store.ts";
import { nextAuthOptions } from "./next-auth-options.ts";

const acts = { signIn: async () => "session-1", signOut: async () => undefined };

/** next-auth hides what it was given behind loose types. */
function authorizeOf(options: ReturnType<typeof nextAuthOptions>) {
  const [provider] = options.providers;
  if (provider?.type !== "credentials") throw new Error("There is one provider, of passwords.");
  return (given: Record<string, string> | undefined) =>
    provider.authorize(given, { headers: {}, query: {}, body: {}, method: "POST" });
}

describe("the sign-in cookies over http", () => {
  useFreshStore();

  it("cannot be read by scripts nor sent by other sites", () => {
    for (const cookie of Object.values(nextAuthOptions(acts).cookies ?? {}))
      expect(cookie.options).toEqual({ httpOnly: true, sameSite: "lax", path: "/", secure: false });
  });

  it("carry the session's id and nothing about the agent", async () => {
    const { callbacks } = nextAuthOptions(acts);
    const user = { id: "session-1" };
    const first = await callbacks?.jwt?.({ token: { name: "Ada", email: "ada@acme.test" }, user, account: null });
    expect(first).toEqual({ sid: "session-1" });
  });

  it("are not given for what is no address and password", async () => {
    const signIn = vi.fn(acts.signIn);
    const authorize = authorizeOf(nextAuthOptions({ ...acts, signIn }));
    expect(await authorize(undefined)).toBeNull();
    expect(await authorize({ emailAddress: "a@b.test" })).toBeNull();
    expect(signIn).not.toHaveBeenCalled();
    expect(await authorize({ emailAddress: "a@b.test", password: "x", csrfToken: "y" })).toEqual({ id: "session-1" });
    expect(signIn).toHaveBeenCalledWith({ emailAddress: "a@b.test", password: "x" });
  });

  it("end in the store too", async () => {
    const signOut = vi.fn(async () => undefined);
    const { events } = nextAuthOptions({ ...acts, signOut });
    await events?.signOut?.({ token: { sid: "session-1" }, session: { expires: "" } });
    expect(signOut).toHaveBeenCalledWith("session-1");
  });
});

describe("the sign-in cookies over https", () => {
  useFreshStore({ APP_URL: "https://inbox.acme.test" });

  it("are bound to this host and to https", () => {
    for (const cookie of Object.values(nextAuthOptions(acts).cookies ?? {})) {
      expect(cookie.name).toMatch(/^__Host-postroom\./);
      expect(cookie.options).toMatchObject({ secure: true, path: "/" });
    }
  });
});
