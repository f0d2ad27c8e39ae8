import { agents, apiTokens, inboxes, inboxMembers, invitations, sessions } from "#db/schema/index";
import type { Agent } from "#server/auth/agent";
import { cookieName } from "#server/auth/cookie-name";
import { sealSessionId, sessionAgeMaxMs } from "#server/auth/session-token";
import { hashToken, newToken } from "#server/auth/tokens";
import { now } from "#server/clock";
import { store } from "#server/store";
import { insertOne, nextNumber } from "./insert.ts";

type AgentWishes = Partial<typeof agents.$inferInsert> & { inboxIds?: number[] };

/** Ready to be handed to a command or query as the one who asks; belongs to no inbox unless told. */
export async function agent({ inboxIds = [], ...wishes }: AgentWishes = {}): Promise<Agent> {
  const n = nextNumber();
  const defaults = {
    emailAddress: `agent${n}@team.test`,
    name: `Agent ${n}`,
    role: "agent",
    createdAt: now(),
  } as const;
  const row = await insertOne((tx) =>
    tx
      .insert(agents)
      .values({ ...defaults, ...wishes })
      .returning(),
  );
  const members = inboxIds.map((inboxId) => ({ inboxId, agentId: row.id }));
  if (members.length > 0) await store().write(async (tx) => tx.insert(inboxMembers).values(members));
  return { id: row.id, name: row.name, emailAddress: row.emailAddress, role: row.role, inboxIds };
}

export async function inbox(wishes: Partial<typeof inboxes.$inferInsert> = {}) {
  return insertOne((tx) =>
    tx
      .insert(inboxes)
      .values({ name: `Inbox ${nextNumber()}`, createdAt: now(), ...wishes })
      .returning(),
  );
}

/** A signed-in browser: send `cookie` as the Cookie header. */
export async function session(wishes: Partial<typeof sessions.$inferInsert> = {}) {
  const at = wishes.createdAt ?? now();
  const agentId = wishes.agentId ?? (await agent()).id;
  const row = await insertOne((tx) =>
    tx
      .insert(sessions)
      .values({
        id: `session-${nextNumber()}`,
        createdAt: at,
        lastSeenAt: at,
        expiresAt: new Date(at.getTime() + sessionAgeMaxMs),
        ...wishes,
        agentId,
      })
      .returning(),
  );
  return { ...row, cookie: `${cookieName("session")}=${await sealSessionId(row.id)}` };
}

/** Send `token` as bearer. */
export async function apiToken(wishes: Partial<typeof apiTokens.$inferInsert> & { agentId: number }) {
  const token = newToken();
  const tokenHash = hashToken(token) ?? "";
  const row = await insertOne((tx) =>
    tx
      .insert(apiTokens)
      .values({ name: "Script", scope: "write", tokenHash, createdAt: now(), ...wishes })
      .returning(),
  );
  return { ...row, token };
}

export async function invitation(wishes: Partial<typeof invitations.$inferInsert> = {}) {
  const token = newToken();
  const n = nextNumber();
  const row = await insertOne((tx) =>
    tx
      .insert(invitations)
      .values({
        kind: "invite",
        tokenHash: hashToken(token) ?? "",
        emailAddress: `invited${n}@team.test`,
        name: `Invited ${n}`,
        role: "agent",
        expiresAt: new Date(now().getTime() + 60_000),
        createdAt: now(),
        ...wishes,
      })
      .returning(),
  );
  return { ...row, token };
}
