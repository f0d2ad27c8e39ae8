/** The closed lists that the store keeps, the wire carries and the screen shows. */
export const agentRoles = ["admin", "agent"] as const;
export type AgentRole = (typeof agentRoles)[number];

/** Of the interface; the first is what everything falls back to. */
export const languages = ["en", "de"] as const;
export type Language = (typeof languages)[number];

export const tokenScopes = ["read", "write"] as const;
export type TokenScope = (typeof tokenScopes)[number];

export const accountModes = ["two-way", "read-only"] as const;
export type AccountMode = (typeof accountModes)[number];

export const accountStates = ["connecting", "syncing", "live", "waiting", "needs-attention", "paused"] as const;
export type AccountState = (typeof accountStates)[number];

/**
 * What an account leaves alone for a while, from the mildest: `bodies` nothing ahead of need · `background` only what is new in the inbox,
 * and what people do · `fetches` not even what a person opens · `all` nothing at all. `sending` is of SMTP alone.
 */
export const holdScopes = ["bodies", "background", "fetches", "all", "sending"] as const;
export type HoldScope = (typeof holdScopes)[number];

/** `kept` has its connection for itself · `turns` shares a host's few with others in turn · `waiting` its turn is due and has not come. */
export const accountSeats = ["kept", "turns", "waiting"] as const;
export type AccountSeat = (typeof accountSeats)[number];

/** Of a comparison with the server: of a whole account, and of one folder. */
export const comparisonStates = ["wished", "running", "done", "failed"] as const;
export type ComparisonState = (typeof comparisonStates)[number];

export const differenceKinds = ["only-here", "only-there", "flags", "unanswered"] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export const connectionSecurities = ["tls", "starttls", "none"] as const;
export type ConnectionSecurity = (typeof connectionSecurities)[number];

/** Whose OAuth 2.0 an account may be signed in with; `generic` is what MAIL_OAUTH_ names. */
export const oauthProviders = ["google", "microsoft", "generic"] as const;
export type OauthProviderId = (typeof oauthProviders)[number];

/** RFC 6154 §2, with `none` for a folder that is only itself. */
export const folderRoles = ["inbox", "sent", "drafts", "trash", "junk", "archive", "all", "none"] as const;
export type FolderRole = (typeof folderRoles)[number];

/** What an agent wants of a folder, until its server has done it. */
export const folderActs = ["create", "rename", "delete", "subscribe"] as const;
export type FolderAct = (typeof folderActs)[number];

export const folderRoleSources = ["user", "server", "name", "none"] as const;
export type FolderRoleSource = (typeof folderRoleSources)[number];

export const conversationStatuses = ["open", "pending", "closed"] as const;
export type ConversationStatus = (typeof conversationStatuses)[number];

export const conversationViews = [
  "open", "mine", "unassigned", "pending", "snoozed", "closed", "all", "sent", "drafts", "archive", "junk", "trash",
] as const; // prettier-ignore
export type ConversationView = (typeof conversationViews)[number];

export const messageDirections = ["in", "out"] as const;
export type MessageDirection = (typeof messageDirections)[number];

/** `none`: not asked for yet · `stored` · `failed`: could not be fetched or read, raw source may still be had. */
export const bodyStates = ["none", "stored", "failed"] as const;
export type BodyState = (typeof bodyStates)[number];

export const sendStates = ["queued", "sending", "sent", "retrying", "failed", "uncertain", "cancelled"] as const;
export type SendState = (typeof sendStates)[number];

/** What became of the copy in Sent: `pending` until the folder was looked at; `doubled` when a second one cannot be taken away. */
export const sentCopyStates = ["none", "pending", "stored", "failed", "doubled"] as const;
export type SentCopyState = (typeof sentCopyStates)[number];

export const operationKinds = [
  "store-flags", "store-labels", "move", "expunge", "send", "append-sent", "tidy-sent", "fetch-body", "fetch-source", "fetch-attachment",
  "fetch-quarantined", "create-folder", "rename-folder", "delete-folder", "subscribe-folder", "save-draft", "remove-draft",
] as const; // prettier-ignore
export type OperationKind = (typeof operationKinds)[number];

export const operationStates = ["pending", "inflight", "uncertain", "done", "failed", "cancelled"] as const;
export type OperationState = (typeof operationStates)[number];

export const transferKinds = ["export", "import", "copy"] as const;
export type TransferKind = (typeof transferKinds)[number];

/** `waiting`: until its time, or until what it needs is there again · `cancelled` by a person. */
export const transferStates = ["queued", "running", "waiting", "done", "failed", "cancelled"] as const;
export type TransferState = (typeof transferStates)[number];

/** Of one mail in a transfer. `intended`: written down before it is tried, so that after a kill it is looked for first. */
export const transferItemStates = ["pending", "intended", "done", "skipped", "failed"] as const;
export type TransferItemState = (typeof transferItemStates)[number];

export const exportFormats = ["mbox", "maildir", "eml"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const invitationKinds = ["setup", "invite", "reset"] as const;
export type InvitationKind = (typeof invitationKinds)[number];

export const activityKinds = [
  "assigned", "unassigned", "opened", "pended", "closed", "reopened", "snoozed", "unsnoozed", "merged", "moved",
  "deleted", "undeleted", "tagged", "untagged", "detached", "sent", "send-failed", "act-failed",
] as const; // prettier-ignore
export type ActivityKind = (typeof activityKinds)[number];

export const draftKinds = ["new", "reply", "reply-all", "forward"] as const;
export type DraftKind = (typeof draftKinds)[number];

export const conversationSorts = ["newest", "oldest", "waiting", "best"] as const;

/** Where an account's signature stands in an answer: above the mail that is quoted, or below it. */
export const signaturePlaces = ["above", "below"] as const;
export type SignaturePlace = (typeof signaturePlaces)[number];

/** What goes below an answer of the mail that it answers. */
export const quoteKinds = ["reply", "forward", "none"] as const;
export type QuoteKind = (typeof quoteKinds)[number];
