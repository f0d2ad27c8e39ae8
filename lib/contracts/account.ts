import { z } from "zod";
import { EmailAddress } from "./address.ts";
import { oauthProblemCodes } from "./oauth-problem.ts";
import { Id, Instant } from "./paging.ts";
import {
  accountModes,
  accountStates,
  connectionSecurities,
  folderActs,
  folderRoles,
  folderRoleSources,
  holdScopes,
  oauthProviders,
  signaturePlaces,
} from "./vocabulary.ts";

export const ServerSettings = z.strictObject({
  host: z
    .string()
    .trim()
    .toLowerCase()
    .min(1)
    .max(253)
    .regex(/^[\p{L}\p{N}.:_-]+$/u, "Not a host name."),
  port: z.number().int().min(1).max(65535),
  security: z.enum(connectionSecurities),
});
export type ServerSettings = z.infer<typeof ServerSettings>;

const connection = {
  emailAddress: EmailAddress,
  /** What to sign in with; the address when absent. */
  username: z.string().min(1).max(254).optional(),
  password: z.string().min(1).max(1000),
  imap: ServerSettings,
  smtp: ServerSettings,
};

export const VerifyAccount = z.strictObject(connection);
export type VerifyAccount = z.infer<typeof VerifyAccount>;

export const ConnectAccount = z.strictObject({
  ...connection,
  name: z.string().trim().min(1).max(100),
  senderName: z.string().trim().max(100).optional(),
  inboxId: Id.optional(),
  historySince: Instant.nullable().optional(),
  mode: z.enum(accountModes),
});
export type ConnectAccount = z.infer<typeof ConnectAccount>;

/** Why a connection failed: precise enough to say what to do. */
export const connectionProblemCodes = [
  "name_not_found", "refused", "timeout", "unreachable", "address_not_allowed", "port_not_allowed", "plaintext_not_allowed", "tls_expired",
  "tls_wrong_host", "tls_self_signed", "tls_failed", "starttls_missing", "wrong_password", "app_password_required", "oauth_required",
  "imap_disabled", "too_many_connections", "throttled", "not_a_mail_server", "server_error",
  ...oauthProblemCodes,
] as const; // prettier-ignore
export type ConnectionProblemCode = (typeof connectionProblemCodes)[number];

const half = z.object({ ok: z.boolean(), code: z.string().optional(), detail: z.string().optional() });

export const Verification = z.object({
  ok: z.boolean(),
  imap: half,
  smtp: half,
  folders: z.array(
    z.object({
      path: z.string(),
      role: z.enum(folderRoles),
      roleSource: z.enum(folderRoleSources),
      messageCount: z.number().int(),
    }),
  ),
});
export type Verification = z.infer<typeof Verification>;

/** What the form starts with once it has read the address. */
export const DiscoveredSettings = z.object({
  provider: z.string(),
  providerName: z.string(),
  source: z.enum(["preset", "srv", "guess", "none"]),
  imap: ServerSettings.nullable(),
  smtp: ServerSettings.nullable(),
  username: z.string(),
  /** Whose sign-in by OAuth 2.0 its mailboxes take; null for none that is known. */
  oauthProvider: z.enum(oauthProviders).nullable(),
  /** False where every password is turned down. */
  takesPassword: z.boolean(),
  /** What a person has to know, e.g. how to make an app password. */
  help: z.object({ text: z.string(), url: z.string() }).nullable(),
});
export type DiscoveredSettings = z.infer<typeof DiscoveredSettings>;

export const DiscoverQuery = z.object({ emailAddress: EmailAddress });

export const Account = z.object({
  id: z.number().int(),
  name: z.string(),
  senderName: z.string(),
  /** HTML; empty where each agent signs with their own. */
  signature: z.string(),
  signaturePlace: z.enum(signaturePlaces),
  emailAddress: z.string(),
  username: z.string(),
  color: z.number().int(),
  inboxId: z.number().int(),
  ownerId: z.number().int().nullable(),
  provider: z.string(),
  /** As its provider calls itself; empty for a server of which nothing is known. */
  providerName: z.string(),
  /** Where it is signed in by OAuth 2.0; null for a password. */
  oauthProvider: z.enum(oauthProviders).nullable(),
  /** Of an account with a password: whose sign-in its mailbox would take as well. */
  oauthOffered: z.enum(oauthProviders).nullable(),
  mode: z.enum(accountModes),
  historySince: Instant.nullable(),
  imap: ServerSettings,
  smtp: ServerSettings,
  state: z.enum(accountStates),
  stateCode: z.string(),
  stateDetail: z.string(),
  stateChangedAt: Instant,
  /** Since when it has not worked and somebody has to see to it. */
  attentionSince: Instant.nullable(),
  /** When the admins were alerted to that. */
  alertedAt: Instant.nullable(),
  nextRetryAt: Instant.nullable(),
  /** What waits for the bytes that the provider allows in a day: the least urgent of it, and until when. */
  waitsForBytes: z.object({ scope: z.enum(holdScopes), until: Instant }).nullable(),
  /** Why nothing can be sent until somebody sees to it, however well reading goes; null when mail leaves. */
  sendProblem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  lastSyncedAt: Instant.nullable(),
  backfill: z.object({ done: z.number().int(), total: z.number().int() }),
  placementCount: z.number().int(),
  /** Whether the one who asks may change it. */
  canChange: z.boolean(),
  createdAt: Instant,
});
export type Account = z.infer<typeof Account>;

export const ChangeAccount = z.strictObject({
  name: z.string().trim().min(1).max(100).optional(),
  senderName: z.string().trim().max(100).optional(),
  signature: z.string().max(20_000).optional(),
  signaturePlace: z.enum(signaturePlaces).optional(),
  paused: z.boolean().optional(),
  password: z.string().min(1).max(1000).optional(),
  mode: z.enum(accountModes).optional(),
  inboxId: Id.optional(),
});
export type ChangeAccount = z.infer<typeof ChangeAccount>;

export const Folder = z.object({
  id: z.number().int(),
  accountId: z.number().int(),
  path: z.string(),
  name: z.string(),
  /** What stands between the parts of a path; empty where no folder can be in another. */
  delimiter: z.string(),
  role: z.enum(folderRoles),
  roleSource: z.enum(folderRoleSources),
  isPrimary: z.boolean(),
  selectable: z.boolean(),
  /** The label of Gmail's that it shows, as X-GM-LABELS names it: its messages' UIDs are those of All Mail. */
  label: z.string().nullable(),
  /** Whether other mail programs of the account show it. */
  subscribed: z.boolean(),
  /** Wished for and not yet done on the server; shown as if it were. */
  pendingAct: z.enum(folderActs).nullable(),
  /** Why the last wish for this folder was not granted; empty when it was. */
  actFailure: z.string(),
  uidValidity: z.string().nullable(),
  uidNext: z.number().int().nullable(),
  highestModseq: z.string().nullable(),
  serverCount: z.number().int(),
  storedCount: z.number().int(),
  quarantinedCount: z.number().int(),
  unseenCount: z.number().int(),
  backfillDone: z.boolean(),
  parkedUntil: Instant.nullable(),
  failureDetail: z.string(),
  lastSyncedAt: Instant.nullable(),
});
export type Folder = z.infer<typeof Folder>;

/** Control characters end a line of IMAP, or fool the eye (RFC 5198 §2). */
const FolderName = z
  .string()
  .min(1)
  .max(200)
  .refine((name) => name.trim() !== "", "A folder needs a name.")
  .refine(
    (name) => name.isWellFormed() && !/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(name),
    "This name holds characters that no folder may have.",
  );

/** `parentId`: the folder it is to be in; none for the top. */
export const CreateFolder = z.strictObject({ name: FolderName, parentId: Id.nullable().optional() });
export type CreateFolder = z.infer<typeof CreateFolder>;

/** A `role` of null gives the choice back to the server and the names; a `parentId` of null takes it to the top. */
export const ChangeFolder = z.strictObject({
  role: z.enum(folderRoles).nullable().optional(),
  name: FolderName.optional(),
  parentId: Id.nullable().optional(),
  subscribed: z.boolean().optional(),
});
export type ChangeFolder = z.infer<typeof ChangeFolder>;

/** Of a folder that is deleted: its mail and that of the folders in it goes to Trash first, or goes for good. */
export const deletedFolderMail = ["trash", "delete"] as const;
export type DeletedFolderMail = (typeof deletedFolderMail)[number];

export const DeleteFolderQuery = z.object({ mail: z.enum(deletedFolderMail).default("trash") });
export type DeleteFolderQuery = z.infer<typeof DeleteFolderQuery>;

export const Placement = z.object({
  uid: z.number().int(),
  flags: z.array(z.string()),
  labels: z.array(z.string()),
  messageId: z.number().int(),
  internetMessageId: z.string(),
  subject: z.string(),
  from: z.string(),
  sizeBytes: z.number().int(),
  receivedAt: Instant,
  conversationId: z.number().int(),
});
export type Placement = z.infer<typeof Placement>;
