import { describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import { IdParams } from "#lib/contracts/paging";
import { Problem } from "#lib/contracts/problem";
import { useClock } from "../clock.ts";
import { env } from "../env.ts";
import { AppError } from "../errors.ts";
import { store } from "../store.ts";
import { ask } from "../testing/ask.ts";
import { build } from "../testing/build.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { route, type Route } from "./route.ts";
import { agents, apiTokens, sessions } from "#db/schema/index";

const whoAmI = route({ response: z.object({ id: z.number() }) }, ({ agent }) => ({ id: agent.id }));
const write = route({ body: z.strictObject({ name: z.string().min(1) }) }, () => undefined);

describe("route", () => {
  useFreshStore();

  it("answers 401 to a stranger before it looks at anything else", async () => {
    const response = await ask(write, { method: "POST", body: { nonsense: 1 } });
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = Problem.parse(await response.json());
    expect(problem.code).toBe("unauthenticated");
    expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  });

  it("knows an agent by session cookie, and forgets a revoked, expired, idle or deactivated one", async () => {
    const agent = await build.agent();
    const session = await build.session({ agentId: agent.id });
    const asked = () => ask(whoAmI, { headers: { cookie: `other=1; ${session.cookie}` } });
    expect(await (await asked()).json()).toEqual({ id: agent.id });

    await store().write(async (tx) => tx.update(agents).set({ deactivatedAt: new Date() }));
    expect((await asked()).status).toBe(401);
    await store().write(async (tx) => tx.update(agents).set({ deactivatedAt: null }));
    await store().write(async (tx) => tx.update(sessions).set({ expiresAt: new Date(0) }));
    expect((await asked()).status).toBe(401);
    await store().write(async (tx) =>
      tx.update(sessions).set({ expiresAt: new Date("2100-01-01"), lastSeenAt: new Date(0) }),
    );
    expect((await asked()).status).toBe(401);
    await store().write(async (tx) => tx.update(sessions).set({ lastSeenAt: new Date() }));
    expect((await asked()).status).toBe(200);
    await store().write(async (tx) => tx.update(sessions).set({ revokedAt: new Date() }));
    expect((await asked()).status).toBe(401);
  });

  it("writes down a session's last use once a minute", async () => {
    const { cookie } = await build.session({ createdAt: new Date("2026-01-01T10:00:00Z") });
    let at = new Date(0);
    onTestFinished(useClock({ now: () => at }));
    const lastSeenAfter = async (instant: string) => {
      at = new Date(instant);
      expect((await ask(whoAmI, { headers: { cookie } })).status).toBe(200);
      return (await store().read.select().from(sessions))[0]?.lastSeenAt.toISOString();
    };
    expect(await lastSeenAfter("2026-01-01T10:00:30Z")).toBe("2026-01-01T10:00:00.000Z");
    expect(await lastSeenAfter("2026-01-01T10:01:30Z")).toBe("2026-01-01T10:01:30.000Z");
  });

  it("refuses cookies that were changed, are empty, or carry something else", async () => {
    const { cookie } = await build.session();
    for (const value of [`${cookie.slice(0, -4)}AAAA`, cookie.split("=")[0] + "=", cookie.split("=")[0] + "=abc.def"])
      expect((await ask(whoAmI, { headers: { cookie: value } })).status).toBe(401);
  });

  it("wants the origin of APP_URL for writing with a cookie", async () => {
    const { cookie } = await build.session();
    const asked = (origin?: string) =>
      ask(write, { body: { name: "x" }, headers: { cookie, ...(origin !== undefined && { origin }) } });
    expect((await asked(env().APP_URL)).status).toBe(204);
    for (const origin of [undefined, "null", "https://evil.test", `${env().APP_URL}.evil.test`, `${env().APP_URL}/`]) {
      const response = await asked(origin);
      expect(response.status).toBe(403);
      expect(Problem.parse(await response.json()).code).toBe("bad_origin");
    }
  });

  it("does not let another site read with a cookie either", async () => {
    const { cookie } = await build.session();
    expect((await ask(whoAmI, { headers: { cookie, "sec-fetch-site": "cross-site" } })).status).toBe(403);
  });

  it("lets a read token read and nothing more", async () => {
    const agent = await build.agent();
    const { token } = await build.apiToken({ agentId: agent.id, scope: "read" });
    const headers = { authorization: `Bearer ${token}` };
    expect((await ask(whoAmI, { headers })).status).toBe(200);
    const response = await ask(write, { headers, body: { name: "x" } });
    expect(response.status).toBe(403);
    expect(Problem.parse(await response.json()).code).toBe("forbidden");
    const reading = route({ scope: "read" }, () => ({ ok: true }));
    expect((await ask(reading, { headers, method: "POST" })).status).toBe(200);
  });

  it("does not fall back to the cookie when the token is wrong", async () => {
    const { cookie, agentId } = await build.session();
    const { token } = await build.apiToken({ agentId });
    for (const authorization of ["Bearer ", "Bearer x", `Bearer ${token}x`, `Basic ${token}`, "Bearer \u00e9"])
      expect((await ask(whoAmI, { headers: { cookie, authorization } })).status).toBe(401);
    expect((await ask(whoAmI, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    await store().write(async (tx) => tx.update(apiTokens).set({ revokedAt: new Date() }));
    expect((await ask(whoAmI, { headers: { authorization: `Bearer ${token}` } })).status).toBe(401);
  });

  it("keeps admins' routes for admins", async () => {
    const adminOnly = route({ access: "admin" }, () => ({ ok: true }));
    expect((await ask(adminOnly, { agent: await build.agent() })).status).toBe(403);
    expect((await ask(adminOnly, { agent: await build.agent({ role: "admin" }) })).status).toBe(200);
  });

  it("names every field that is wrong", async () => {
    const agent = await build.agent();
    const response = await ask(write, { agent, body: { name: "", extra: 1 } });
    expect(response.status).toBe(422);
    const { issues } = Problem.parse(await response.json());
    expect(issues?.map((issue) => issue.path).sort()).toEqual(["extra", "name"]);
  });

  it("answers 400 to what is not JSON, 413 to too much of it, 404 to an id that is none", async () => {
    const agent = await build.agent();
    const bearer = `Bearer ${(await build.apiToken({ agentId: agent.id })).token}`;
    const post = async (body: string, type: string) =>
      callPlain(
        write,
        new Request("http://h/", { method: "POST", body, headers: { authorization: bearer, "content-type": type } }),
      );
    expect((await post("{", "application/json")).status).toBe(400);
    expect((await post("{}", "text/plain")).status).toBe(400);
    expect((await post(JSON.stringify({ name: "x".repeat(1_000_001) }), "application/json")).status).toBe(413);
    const byId = route({ params: IdParams, query: z.object({ limit: z.coerce.number().max(3) }) }, () => ({}));
    expect((await ask(byId, { agent, params: { id: "abc" }, path: "/?limit=1" })).status).toBe(404);
    expect((await ask(byId, { agent, params: { id: "1" }, path: "/?limit=9" })).status).toBe(400);
    expect((await ask(byId, { agent, params: { id: "1" }, path: "/?limit=1&limit=2" })).status).toBe(400);
    expect((await ask(byId, { agent, params: { id: "1" }, path: "/?limit=1" })).status).toBe(200);
  });

  it("says when to come back", async () => {
    const busy = route({ access: "public" }, () => {
      throw new AppError("rate_limited", "Slow down.", { retryAfterSeconds: 1.2, extra: { code: "x", more: 1 } });
    });
    const response = await ask(busy, {});
    expect(response.status).toBe(429);
    expect(response.headers.get("retry-after")).toBe("2");
    expect(await response.json()).toMatchObject({ code: "rate_limited", more: 1 });
  });

  it("tells nobody what a bug said", async () => {
    const broken = route({ access: "public" }, () => {
      throw new Error("secret at /srv/data");
    });
    const response = await ask(broken, {});
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });

  it("keeps answers out of every cache, and lets a response of its own through", async () => {
    const agent = await build.agent();
    expect((await ask(whoAmI, { agent })).headers.get("cache-control")).toBe("private, no-store");
    const own = route({}, () => new Response("x", { headers: { "cache-control": "private, max-age=60" } }));
    expect((await ask(own, { agent })).headers.get("cache-control")).toBe("private, max-age=60");
  });

  it("does not ask a public route's caller for anything, but wants our origin for writing", async () => {
    const handler = vi.fn(() => undefined);
    const open = route({ access: "public", body: z.strictObject({}) }, handler);
    expect((await ask(open, { body: {} })).status).toBe(403);
    expect((await ask(open, { body: {}, headers: { origin: env().APP_URL } })).status).toBe(204);
    expect(handler).toHaveBeenCalledTimes(1);
  });
});

const callPlain = (target: Route, request: Request) => target(request, { params: Promise.resolve({}) });
