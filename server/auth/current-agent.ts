/** Who is asking, for pages and layouts. Route handlers ask through `route()`. */
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Agent } from "./agent.ts";
import { cookieName } from "./cookie-name.ts";
import { identifySession } from "./identify.ts";

/** Looked up once a page, whatever number of components ask. */
export const currentAgent = cache(async (): Promise<Agent | null> => {
  const cookie = (await cookies()).get(cookieName("session"))?.value;
  return cookie ? ((await identifySession(cookie))?.agent ?? null) : null;
});

/** Sends strangers to the sign-in page, which leads back here. */
export async function requireAgent(): Promise<Agent> {
  const agent = await currentAgent();
  if (!agent) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get("x-path") ?? "/")}`);
  return agent;
}

/** Pages for admins: an agent is led to where they belong. */
export async function requireAdmin(): Promise<Agent> {
  const agent = await requireAgent();
  if (agent.role !== "admin") redirect("/");
  return agent;
}
