import { findSessionAsker, findTokenAsker, inboxIdsOfAgent, touchSession, touchToken } from "#db/queries/agents/askers";
import type { TokenScope } from "#lib/contracts/vocabulary";
import { now } from "../clock.ts";
import { store } from "../store.ts";
import type { Agent } from "./agent.ts";
import { cookieName } from "./cookie-name.ts";
import { openSessionId, sessionIdleMaxMs } from "./session-token.ts";
import { hashToken } from "./tokens.ts";

export type Identity =
  { via: "session"; sessionId: string; agent: Agent } | { via: "token"; scope: TokenScope; agent: Agent };

/** A last use is written down at most this often, in milliseconds. */
const touchEveryMs = 60_000;

/**
 * Who sent these headers: a bearer token when there is one, else the session cookie. Asked anew on every request, page and stream, so
 * that a sign-out, a revoked token or a deactivation counts at once.
 */
export async function identify(headers: Headers): Promise<Identity | null> {
  const authorization = headers.get("authorization");
  if (authorization !== null) return identifyToken(/^Bearer ([\w-]+)$/i.exec(authorization)?.[1] ?? "");
  const cookie = cookieValue(headers.get("cookie") ?? "", cookieName("session"));
  return cookie ? identifySession(cookie) : null;
}

/** @param cookie the value of the session cookie */
export async function identifySession(cookie: string): Promise<Identity | null> {
  const sessionId = await openSessionId(cookie);
  if (!sessionId) return null;
  const found = await findSessionAsker(store().read, sessionId);
  const at = now();
  if (!found || found.expiresAt <= at) return null;
  const idleMs = at.getTime() - found.lastSeenAt.getTime();
  if (idleMs > sessionIdleMaxMs) return null;
  if (idleMs > touchEveryMs) await store().write((tx) => touchSession(tx, sessionId, at));
  return { via: "session", sessionId, agent: await withInboxes(found.agent) };
}

async function identifyToken(token: string): Promise<Identity | null> {
  const hash = hashToken(token);
  const found = hash ? await findTokenAsker(store().read, hash) : undefined;
  if (!found) return null;
  const at = now();
  if (!found.lastUsedAt || at.getTime() - found.lastUsedAt.getTime() > touchEveryMs)
    await store().write((tx) => touchToken(tx, found.tokenId, at));
  return { via: "token", scope: found.scope, agent: await withInboxes(found.agent) };
}

async function withInboxes(agent: Omit<Agent, "inboxIds">): Promise<Agent> {
  return { ...agent, inboxIds: await inboxIdsOfAgent(store().read, agent.id) };
}

function cookieValue(header: string, name: string): string | null {
  for (const pair of header.split(";")) {
    const [key, ...value] = pair.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}
