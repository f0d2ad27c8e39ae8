import { z } from "zod";
import { Id, Instant } from "./paging.ts";
import {
  accountSeats,
  accountStates,
  comparisonStates,
  differenceKinds,
  folderRoles,
  holdScopes,
} from "./vocabulary.ts";

const count = z.number().int();

/** One message in which a folder here and on its server are not the same. */
export const FolderDifference = z.object({
  uid: count,
  kind: z.enum(differenceKinds),
  /** Flags as they are here and there; empty for a message that is not. */
  here: z.array(z.string()),
  there: z.array(z.string()),
  isMended: z.boolean(),
});
export type FolderDifference = z.infer<typeof FolderDifference>;

/** What a comparison counted; of one folder, or of all that were compared. */
const comparisonCounts = {
  totalCount: count,
  equalCount: count,
  /** An agent's act on them is on its way to the server. */
  pendingCount: count,
  /** Changed on the server just now: the next look brings it. */
  newsCount: count,
  /** Could not be read, and are set aside. */
  quarantinedCount: count,
  differenceCount: count,
  mendedCount: count,
};
const progress = z.object({ done: count, total: count });

export const FolderComparison = z.object({
  folderId: count,
  path: z.string(),
  state: z.enum(comparisonStates),
  progress,
  ...comparisonCounts,
  /** The first of them. */
  differences: z.array(FolderDifference),
  detail: z.string(),
  endedAt: Instant.nullable(),
});
export type FolderComparison = z.infer<typeof FolderComparison>;

/** `state` is null for an account that nobody had compared yet. */
const comparison = {
  state: z.enum(comparisonStates).nullable(),
  progress,
  ...comparisonCounts,
  failedFolderCount: count,
  detail: z.string(),
  wishedAt: Instant.nullable(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
};
export const AccountComparison = z.object(comparison);
export type AccountComparison = z.infer<typeof AccountComparison>;

export const Comparison = z.object({ ...comparison, accountId: count, folders: z.array(FolderComparison) });
export type Comparison = z.infer<typeof Comparison>;

export const SyncError = z.object({
  id: count,
  code: z.string(),
  detail: z.string(),
  /** Null for what concerned the whole account. */
  folder: z.string().nullable(),
  count,
  firstAt: Instant,
  lastAt: Instant,
});
export type SyncError = z.infer<typeof SyncError>;

export const AccountHealth = z.object({
  accountId: count,
  name: z.string(),
  emailAddress: z.string(),
  color: count,
  state: z.enum(accountStates),
  stateCode: z.string(),
  stateDetail: z.string(),
  nextRetryAt: Instant.nullable(),
  attentionSince: Instant.nullable(),
  lastContactAt: Instant.nullable(),
  lastSyncedAt: Instant.nullable(),
  /** Since when it may differ from its server; null when it never was in step. */
  lagSeconds: count.nullable(),
  connectionCount: count,
  /** As its provider calls itself; empty for a server of which nothing is known. */
  providerName: z.string(),
  /** There is no server behind it. */
  isSample: z.boolean(),
  /** What the provider allows a mailbox, and what waits because of that. */
  budget: z.object({
    seat: z.enum(accountSeats),
    /** At once, its owner's devices counted; null where nobody says. */
    connectionsMax: count.nullable(),
    /** Received in a day. */
    bytesMax: count.nullable(),
    holds: z.array(z.object({ scope: z.enum(holdScopes), until: Instant, code: z.string(), detail: z.string() })),
  }),
  /** With the IMAP server, in the last 24 hours. */
  traffic: z.object({ sentBytes: count, receivedBytes: count }),
  quarantinedCount: count,
  backfill: progress,
  /** Whether the one who asks may compare it, and have what was set aside tried again. */
  canChange: z.boolean(),
  comparison: AccountComparison,
});
export type AccountHealth = z.infer<typeof AccountHealth>;

export const FolderHealth = z.object({
  folderId: count,
  path: z.string(),
  role: z.enum(folderRoles),
  uidValidity: z.string().nullable(),
  serverCount: count,
  storedCount: count,
  quarantinedCount: count,
  backfillDone: z.boolean(),
  parkedUntil: Instant.nullable(),
  failureDetail: z.string(),
  lastSyncedAt: Instant.nullable(),
  /** When its UIDs were last compared, by sync itself or because somebody asked. */
  lastComparedAt: Instant.nullable(),
  /** What the last comparison of every UID and flag found. */
  comparison: FolderComparison.nullable(),
});
export type FolderHealth = z.infer<typeof FolderHealth>;

export const AccountHealthDetails = AccountHealth.extend({
  folders: z.array(FolderHealth),
  /** Newest first, twenty at most. */
  errors: z.array(SyncError),
});
export type AccountHealthDetails = z.infer<typeof AccountHealthDetails>;

/** A message that the server lists and that could not be read. */
export const QuarantinedMessage = z.object({
  uid: count,
  reason: z.string(),
  attemptCount: count,
  nextAttemptAt: Instant,
  createdAt: Instant,
});
export type QuarantinedMessage = z.infer<typeof QuarantinedMessage>;

export const QuarantinedParams = z.object({ id: Id, uid: Id });
