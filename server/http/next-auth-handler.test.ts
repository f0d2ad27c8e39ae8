import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { env } from "../env.ts";
import { useFreshStore } from "../testing/fresh-store.ts";
import { nextAuthHandler } from "./next-auth-handler.ts";

describe("nextAuthHandler", () => {
  useFreshStore();
  const handler = nextAuthHandler({ signIn: async () => undefined, signOut: async () => undefined });
  const post = (body: string, headers: Record<string, string>) =>
    handler(new NextRequest(`${env().APP_URL}/api/auth/callback/credentials`, { method: "POST", body, headers }), {
      params: Promise.resolve({ nextauth: ["callback", "credentials"] }),
    });

  it("signs nobody in for another site's page", async () => {
    for (const headers of [{}, { origin: "null" }, { origin: "https://evil.test" }])
      expect((await post("a=b", { ...headers })).status).toBe(403);
  });

  it("reads no more than a sign-in needs", async () => {
    expect((await post("x".repeat(20_001), { origin: env().APP_URL })).status).toBe(413);
  });
});
