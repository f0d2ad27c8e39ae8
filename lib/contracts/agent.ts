import { z } from "zod";
import { EmailAddress } from "./address.ts";
import { Id, Instant } from "./paging.ts";
import { agentRoles, languages, tokenScopes } from "./vocabulary.ts";

export const Agent = z.object({
  id: z.number().int(),
  name: z.string(),
  emailAddress: z.string(),
  role: z.enum(agentRoles),
  state: z.enum(["active", "invited", "deactivated"]),
  inboxIds: z.array(z.number().int()),
  createdAt: Instant,
});
export type Agent = z.infer<typeof Agent>;

/** Who is asking, and what their browser needs to begin with. */
export const Me = Agent.extend({
  signature: z.string(),
  /** Null: as the browser asks for it. */
  language: z.enum(languages).nullable(),
  preferences: z.record(z.string(), z.unknown()),
  workspaceName: z.string(),
});
export type Me = z.infer<typeof Me>;

export const Name = z.string().trim().min(1).max(100);
export const Password = z.string().min(12, "At least 12 characters.").max(200);

export const InviteAgent = z.strictObject({
  emailAddress: EmailAddress,
  name: Name,
  role: z.enum(agentRoles).default("agent"),
  inboxIds: z.array(Id).max(100).optional(),
});
export type InviteAgent = z.infer<typeof InviteAgent>;

/** The link is shown once: only its hash is kept. */
export const Invitation = z.object({
  id: z.number().int(),
  emailAddress: z.string(),
  name: z.string(),
  role: z.enum(agentRoles),
  expiresAt: Instant,
  url: z.string().optional(),
});
export type Invitation = z.infer<typeof Invitation>;

/** Without a name the invited one stays; a reset never changes it. */
export const AcceptInvitation = z.strictObject({
  token: z.string().max(200),
  name: Name.optional(),
  password: Password,
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export const SetUp = z.strictObject({
  token: z.string().max(200),
  /** Said later when absent. */
  workspaceName: Name.optional(),
  name: Name,
  emailAddress: EmailAddress,
  password: Password,
});
export type SetUp = z.infer<typeof SetUp>;

export const ChangeAgent = z.strictObject({
  name: Name.optional(),
  role: z.enum(agentRoles).optional(),
  inboxIds: z.array(Id).max(100).optional(),
  deactivated: z.boolean().optional(),
});
export type ChangeAgent = z.infer<typeof ChangeAgent>;

export const ChangeMe = z.strictObject({
  name: Name.optional(),
  signature: z.string().max(4000).optional(),
  language: z.enum(languages).nullable().optional(),
  preferences: z.record(z.string().max(50), z.unknown()).optional(),
});
export type ChangeMe = z.infer<typeof ChangeMe>;

export const ChangePassword = z.strictObject({ currentPassword: z.string().max(200), newPassword: Password });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const ApiToken = z.object({
  id: z.number().int(),
  name: z.string(),
  scope: z.enum(tokenScopes),
  lastUsedAt: Instant.nullable(),
  createdAt: Instant,
  /** Only in the answer that makes it. */
  token: z.string().optional(),
});
export type ApiToken = z.infer<typeof ApiToken>;

export const AddToken = z.strictObject({ name: Name, scope: z.enum(tokenScopes).default("write") });
export type AddToken = z.infer<typeof AddToken>;

export const Session = z.object({
  id: z.string(),
  userAgent: z.string(),
  ipAddress: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  current: z.boolean(),
});
export type Session = z.infer<typeof Session>;

export const Inbox = z.object({
  id: z.number().int(),
  name: z.string(),
  color: z.number().int(),
  memberIds: z.array(z.number().int()),
});
export type Inbox = z.infer<typeof Inbox>;

export const SaveInbox = z.strictObject({
  name: Name,
  color: z.number().int().min(0).max(11).optional(),
  memberIds: z.array(Id).max(500).optional(),
});
export type SaveInbox = z.infer<typeof SaveInbox>;

export const Workspace = z.object({ name: z.string(), agentsMayConnect: z.boolean() });
export type Workspace = z.infer<typeof Workspace>;
export const ChangeWorkspace = z.strictObject({ name: Name.optional(), agentsMayConnect: z.boolean().optional() });
export type ChangeWorkspace = z.infer<typeof ChangeWorkspace>;
