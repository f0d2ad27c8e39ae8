import {
  bool,
  id,
  index,
  instant,
  int,
  json,
  oneOf,
  ref,
  looseRef,
  table,
  text,
  uniqueIndex,
} from "../dialect/sqlite.ts";
import { agentRoles, invitationKinds, languages, tokenScopes } from "#lib/contracts/vocabulary";

/** A person who works here. Never deleted: mail they sent and notes they wrote keep their name. */
export const agents = table(
  "agents",
  {
    id: id(),
    /** Lower-cased; the name to sign in with. */
    emailAddress: text("email_address").notNull(),
    name: text("name").notNull(),
    role: oneOf("role", agentRoles).notNull(),
    /** argon2id; null until the invitation is accepted. */
    passwordHash: text("password_hash"),
    /** How they like the interface, and how far its first minutes have come (`lib/first-minutes.ts`). */
    preferences: json<Record<string, unknown>>("preferences").notNull().default({}),
    /** Mail signature as plain text. */
    signature: text("signature").notNull().default(""),
    /** Of the interface; null: as their browser asks for it. */
    language: oneOf("language", languages),
    deactivatedAt: instant("deactivated_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("agents_by_email").on(t.emailAddress)],
);

/** One signed-in browser. A revoked or expired row ends every request and stream of that browser at once. */
export const sessions = table(
  "sessions",
  {
    /** Random 128 bits, carried inside next-auth's signed token. */
    id: text("id").primaryKey(),
    agentId: ref("agent_id", () => agents.id).notNull(),
    userAgent: text("user_agent").notNull().default(""),
    ipAddress: text("ip_address").notNull().default(""),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [index("sessions_by_agent").on(t.agentId)],
);

/** A single-use link: first admin, a new agent, or a forgotten password. Only the token's SHA-256 is kept. */
export const invitations = table(
  "invitations",
  {
    id: id(),
    kind: oneOf("kind", invitationKinds).notNull(),
    tokenHash: text("token_hash").notNull(),
    emailAddress: text("email_address").notNull().default(""),
    name: text("name").notNull().default(""),
    role: oneOf("role", agentRoles).notNull(),
    /** Inboxes the agent will belong to. */
    inboxIds: json<number[]>("inbox_ids").notNull().default([]),
    invitedById: looseRef("invited_by_id", () => agents.id),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("invitations_by_token").on(t.tokenHash)],
);

export const apiTokens = table(
  "api_tokens",
  {
    id: id(),
    agentId: ref("agent_id", () => agents.id).notNull(),
    name: text("name").notNull(),
    tokenHash: text("token_hash").notNull(),
    scope: oneOf("scope", tokenScopes).notNull(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [uniqueIndex("api_tokens_by_hash").on(t.tokenHash), index("api_tokens_by_agent").on(t.agentId)],
);

/** A team's shared inbox. */
export const inboxes = table("inboxes", {
  id: id(),
  name: text("name").notNull(),
  /** Index into the interface's colours. */
  color: int("color").notNull().default(0),
  createdAt: instant("created_at").notNull(),
});

export const inboxMembers = table(
  "inbox_members",
  { inboxId: ref("inbox_id", () => inboxes.id).notNull(), agentId: ref("agent_id", () => agents.id).notNull() },
  (t) => [
    uniqueIndex("inbox_members_by_inbox_agent").on(t.inboxId, t.agentId),
    index("inbox_members_by_agent").on(t.agentId),
  ],
);

/** The one row of what admins decide for everybody. */
export const workspace = table("workspace", {
  id: int("id").primaryKey(),
  name: text("name").notNull().default("Postroom"),
  agentsMayConnect: bool("agents_may_connect").notNull().default(false),
});
