import type { Agent } from "#server/auth/agent";
import { env } from "#server/env";
import type { Route } from "#server/http/route";
import { build } from "./build.ts";

type Question = {
  /** Who asks, with a write token of their own; nobody when absent. */
  agent?: Agent;
  method?: string;
  /** With its query, e.g. `/api/conversations?view=open`. */
  path?: string;
  params?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Asks a route as a script with a token would, without a server between. */
export async function ask(route: Route, question: Question = {}): Promise<Response> {
  const { agent, path = "/api/anything", params = {}, body, method = body === undefined ? "GET" : "POST" } = question;
  const headers = new Headers(question.headers);
  if (agent) headers.set("authorization", `Bearer ${(await build.apiToken({ agentId: agent.id })).token}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
  return route(new Request(`${env().APP_URL}${path}`, init), { params: Promise.resolve(params) });
}
