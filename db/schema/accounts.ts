import { isNotNull } from "drizzle-orm";
import {
  bigNumber,
  bool,
  id,
  index,
  instant,
  int,
  json,
  looseRef,
  oneOf,
  ref,
  table,
  text,
  uniqueIndex,
} from "../dialect/sqlite.ts";
import {
  accountModes,
  accountStates,
  connectionSecurities,
  signaturePlaces,
  folderActs,
  folderRoles,
  folderRoleSources,
  oauthProviders,
} from "#lib/contracts/vocabulary";
import { agents, inboxes } from "./agents.ts";

/** A login on a mail server (IMAP + SMTP), feeding one inbox. */
export const accounts = table(
  "accounts",
  {
    id: id(),
    inboxId: ref("inbox_id", () => inboxes.id).notNull(),
    /** The agent who connected their own mailbox; null for the team's. Only they and admins change it. */
    ownerId: looseRef("owner_id", () => agents.id),
    name: text("name").notNull(),
    /** Lower-cased. */
    emailAddress: text("email_address").notNull(),
    /** Name shown in From. */
    senderName: text("sender_name").notNull().default(""),
    /** HTML as the editor writes it, below what is written from here; empty for the writer's own. */
    signature: text("signature").notNull().default(""),
    signaturePlace: oneOf("signature_place", signaturePlaces).notNull().default("above"),
    /** Index into the interface's account colours. */
    color: int("color").notNull().default(0),
    mode: oneOf("mode", accountModes).notNull(),
    /** Older mail is left on the server; null brings all. */
    historySince: instant("history_since"),
    username: text("username").notNull(),
    /** The password, sealed by the vault with AAD `accounts:secret:<id>`; nothing, sealed anew with each sign-in, where `oauthProvider` is set. */
    secret: text("secret").notNull(),
    /** Signed in there, with the tokens in `oauth_grants`; null for a password. */
    oauthProvider: oneOf("oauth_provider", oauthProviders),
    imapHost: text("imap_host").notNull(),
    imapPort: int("imap_port").notNull(),
    imapSecurity: oneOf("imap_security", connectionSecurities).notNull(),
    smtpHost: text("smtp_host").notNull(),
    smtpPort: int("smtp_port").notNull(),
    smtpSecurity: oneOf("smtp_security", connectionSecurities).notNull(),
    /** Whose server it is (`lib/providers`), e.g. `gmail`, or what software was recognised behind it. */
    provider: text("provider").notNull().default("generic"),
    state: oneOf("state", accountStates).notNull(),
    /** Stable code of why, e.g. `wrong_password`, `tls_expired`, `throttled`; empty when live. */
    stateCode: text("state_code").notNull().default(""),
    /** One sentence for people: what happened and what to do. */
    stateDetail: text("state_detail").notNull().default(""),
    stateChangedAt: instant("state_changed_at").notNull(),
    /** Since when it has not worked and a person has to see to it; null once it works, or is paused. */
    attentionSince: instant("attention_since"),
    /** When the admins were alerted to that. */
    alertedAt: instant("alerted_at"),
    /** When a mail about it went to them; null while it has not. */
    alertMailedAt: instant("alert_mailed_at"),
    nextRetryAt: instant("next_retry_at"),
    /** Why nothing can be sent until a person sees to it, as `stateCode` and `stateDetail` say it of reading; empty when mail leaves. */
    sendProblemCode: text("send_problem_code").notNull().default(""),
    sendProblemDetail: text("send_problem_detail").notNull().default(""),
    /** Last time every folder was known to equal the server. */
    lastSyncedAt: instant("last_synced_at"),
    lastContactAt: instant("last_contact_at"),
    /** Raised by any command that changes what the engine has to do for this account: new password, resume, another role, compare now. */
    settingsVersion: int("settings_version").notNull().default(1),
    /** Raised by who wants its server looked at now, though nothing is known to have changed. */
    lookVersion: int("look_version").notNull().default(1),
    backfillDone: int("backfill_done").notNull().default(0),
    backfillTotal: int("backfill_total").notNull().default(0),
    /** The sources of all its mail are kept here, but for folders that say otherwise. */
    archived: bool("archived").notNull().default(false),
    /** What is kept so stays when its server has it no more. */
    keepsDeleted: bool("keeps_deleted").notNull().default(false),
    capabilities: json<string[]>("capabilities").notNull().default([]),
    /** Conversations of its placements from this id on are to be counted anew: it moved to another inbox, or a folder changed its role. */
    recountFrom: int("recount_from"),
    /** Forgotten by a person since then: shown nowhere, its rows go in batches. */
    removedAt: instant("removed_at"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("accounts_by_inbox").on(t.inboxId)],
);

/** A mailbox on the server, with the role it plays here and the cursor of its sync. */
export const folders = table(
  "folders",
  {
    id: id(),
    accountId: ref("account_id", () => accounts.id).notNull(),
    path: text("path").notNull(),
    /** Last part of the path, decoded, without the namespace prefix. */
    name: text("name").notNull(),
    delimiter: text("delimiter").notNull().default(""),
    selectable: bool("selectable").notNull().default(true),
    role: oneOf("role", folderRoles).notNull(),
    roleSource: oneOf("role_source", folderRoleSources).notNull(),
    /** Several folders may claim a role; acts write to the primary one. */
    isPrimary: bool("is_primary").notNull().default(true),
    /** The label of Gmail's that this folder shows, as X-GM-LABELS names it: its mail lies in All Mail. Null for a folder of its own. */
    label: text("label"),
    /** Gmail's All Mail, where what else its mail lies in is told by labels (see `placement_labels`). */
    holdsLabels: bool("holds_labels").notNull().default(false),
    /** As the server's list says, or an agent wants it. */
    subscribed: bool("subscribed").notNull().default(true),
    /** Wished for and not yet done: until then sync takes the folder as it is here. */
    pendingAct: oneOf("pending_act", folderActs),
    /** Where it is shown until the server has moved it there. */
    pendingPath: text("pending_path"),
    /** Why the last wish was not granted. */
    actFailure: text("act_failure").notNull().default(""),
    /** Whether the server keeps keywords of anybody's choosing in it (`\*` in PERMANENTFLAGS); null before it was opened. */
    keepsKeywords: bool("keeps_keywords"),
    /** Whether the sources of its mail are kept here; null as its account says. */
    archived: bool("archived"),
    /** MAILBOXID (RFC 8474), when the server has it. */
    mailboxId: text("mailbox_id"),
    uidValidity: bigNumber("uid_validity"),
    /** Counts UIDVALIDITY changes seen; placements of an older generation wait to be re-linked. */
    generation: int("generation").notNull().default(1),
    uidNext: int("uid_next"),
    highestModseq: bigNumber("highest_modseq"),
    /** Changes up to this MODSEQ are stored: the value captured before the work that covered it. */
    modseqAnchor: bigNumber("modseq_anchor"),
    /** Every UID below this is stored, quarantined or gone, back to `backfillFrontier`. */
    frontier: int("frontier").notNull().default(1),
    /** Backfill goes down from here; 1 when the wanted history is in. */
    backfillFrontier: int("backfill_frontier"),
    backfillDone: bool("backfill_done").notNull().default(false),
    serverCount: int("server_count").notNull().default(0),
    serverUnseenCount: int("server_unseen_count").notNull().default(0),
    storedCount: int("stored_count").notNull().default(0),
    quarantinedCount: int("quarantined_count").notNull().default(0),
    /** Flag windows of servers without CONDSTORE go down from here. */
    scanCursor: int("scan_cursor").notNull().default(0),
    lastComparedAt: instant("last_compared_at"),
    lastSyncedAt: instant("last_synced_at"),
    /** A folder that keeps failing is left alone until then. */
    parkedUntil: instant("parked_until"),
    failureCount: int("failure_count").notNull().default(0),
    failureDetail: text("failure_detail").notNull().default(""),
    /** First LIST without it; dropped after a second one confirms. */
    missingSince: instant("missing_since"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("folders_by_account_path").on(t.accountId, t.path),
    index("folders_by_label").on(t.accountId, t.label).where(isNotNull(t.label)),
  ],
);

/** A message the server lists and we could not read: visible, retried, never in the way of the rest. */
export const quarantine = table(
  "quarantine",
  {
    id: id(),
    folderId: ref("folder_id", () => folders.id).notNull(),
    generation: int("generation").notNull(),
    uid: int("uid").notNull(),
    reason: text("reason").notNull(),
    attemptCount: int("attempt_count").notNull().default(0),
    nextAttemptAt: instant("next_attempt_at").notNull(),
    /** SHA-256 of its source in `blobs/`, once somebody asked for it. */
    sourceBlob: text("source_blob"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("quarantine_by_folder_uid").on(t.folderId, t.generation, t.uid),
    index("quarantine_by_source_blob").on(t.sourceBlob).where(isNotNull(t.sourceBlob)),
  ],
);
