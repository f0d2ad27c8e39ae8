import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { env } from "../env.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { guardPage } from "./guard-page.ts";

describe("guardPage", () => {
  useFreshStore();
  const visit = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
    guardPage(new NextRequest(`${env().APP_URL}${path}`, init));
  const nonceOf = (policy: string | null) => /'nonce-([^']+)'/.exec(policy ?? "")?.[1];

  it("leads a browser without a session cookie to the sign-in page, and back afterwards", () => {
    const response = visit("/inbox/open?q=a b");
    expect(response.status).toBe(307);
    expect(response.headers.get("location")).toBe(`${env().APP_URL}/sign-in?next=%2Finbox%2Fopen%3Fq%3Da%2520b`);
  });

  it("lets open pages and files through", () => {
    for (const path of ["/sign-in", "/setup?token=x", "/invite/abc", "/offline", "/icon.png"])
      expect(visit(path).status).toBe(200);
    expect(visit("/setup-elsewhere").status).toBe(307);
  });

  it("gives every page a policy with a nonce of its own that its scripts carry", () => {
    const headers = { cookie: "postroom.session=anything", "x-nonce": "forged", "x-path": "//evil.test" };
    const [first, second] = [visit("/inbox/open", { headers }), visit("/inbox/open", { headers })];
    const policy = first.headers.get("content-security-policy");
    const nonce = nonceOf(policy);
    expect(nonce).toMatch(/^[\w+/]{22}==$/);
    expect(nonceOf(second.headers.get("content-security-policy"))).not.toBe(nonce);
    expect(first.headers.get("x-middleware-request-x-nonce")).toBe(nonce);
    expect(first.headers.get("x-middleware-request-x-path")).toBe("/inbox/open");
    expect(policy).not.toContain("unsafe-eval");
    const script = policy?.split("; ").find((directive) => directive.startsWith("script-src"));
    expect(script).toBe(`script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`);
    for (const directive of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'self'", "default-src 'self'"])
      expect(policy).toContain(directive);
  });

  it("has no pages to post to", () => {
    expect(visit("/sign-in", { method: "POST", headers: { "next-action": "abc" } }).status).toBe(405);
  });
});
