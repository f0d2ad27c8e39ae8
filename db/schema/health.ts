/** What is known of how an account's sync is doing, beyond its state: kept for people, never decided by. */
import { id, index, instant, int, json, looseRef, oneOf, ref, table, text, uniqueIndex } from "../dialect/sqlite.ts";
import { accountSeats, comparisonStates, holdScopes } from "#lib/contracts/vocabulary";
import type { FolderDifference } from "#lib/contracts/sync-health";
import { accounts, folders } from "./accounts.ts";

/** Bytes on the wire to the mail server, by hour; older hours go. */
export const accountTraffic = table(
  "account_traffic",
  {
    accountId: ref("account_id", () => accounts.id).notNull(),
    /** The beginning of the hour. */
    hourAt: instant("hour_at").notNull(),
    sentBytes: int("sent_bytes").notNull().default(0),
    receivedBytes: int("received_bytes").notNull().default(0),
  },
  (t) => [uniqueIndex("account_traffic_by_account_hour").on(t.accountId, t.hourAt)],
);

/** Connections that are up; an old row is of an engine that is no more. */
export const accountConnections = table("account_connections", {
  accountId: int("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  connectionCount: int("connection_count").notNull(),
  /** Whether it keeps its connection, or shares a host's few with others in turn. */
  seat: oneOf("seat", accountSeats).notNull().default("kept"),
  measuredAt: instant("measured_at").notNull(),
});

/** What an account leaves alone until then, because its server asked for it. */
export const accountHolds = table(
  "account_holds",
  {
    accountId: ref("account_id", () => accounts.id).notNull(),
    scope: oneOf("scope", holdScopes).notNull(),
    until: instant("until").notNull(),
    code: text("code").notNull(),
    detail: text("detail").notNull(),
  },
  (t) => [uniqueIndex("account_holds_by_account_scope").on(t.accountId, t.scope)],
);

/** What went wrong lately, in words for people; the same thing again is counted, and an account keeps its last few. */
export const accountErrors = table(
  "account_errors",
  {
    id: id(),
    accountId: ref("account_id", () => accounts.id).notNull(),
    /** Null for what concerns the whole account. */
    folderId: looseRef("folder_id", () => folders.id),
    code: text("code").notNull(),
    detail: text("detail").notNull(),
    count: int("count").notNull().default(1),
    firstAt: instant("first_at").notNull(),
    lastAt: instant("last_at").notNull(),
  },
  (t) => [index("account_errors_by_account").on(t.accountId, t.lastAt)],
);

/** The comparison of an account with its server that was asked for last. */
export const accountComparisons = table("account_comparisons", {
  accountId: int("account_id")
    .primaryKey()
    .references(() => accounts.id, { onDelete: "cascade" }),
  state: oneOf("state", comparisonStates).notNull(),
  /** Begun so many times: a connection that breaks each time ends it. */
  attemptCount: int("attempt_count").notNull().default(0),
  detail: text("detail").notNull().default(""),
  wishedAt: instant("wished_at").notNull(),
  startedAt: instant("started_at"),
  endedAt: instant("ended_at"),
});

/** What the last comparison of a folder found; `progress…` is of the one that goes on now. */
export const folderComparisons = table(
  "folder_comparisons",
  {
    folderId: int("folder_id")
      .primaryKey()
      .references(() => folders.id, { onDelete: "cascade" }),
    accountId: ref("account_id", () => accounts.id).notNull(),
    state: oneOf("state", comparisonStates).notNull(),
    progressDone: int("progress_done").notNull().default(0),
    progressTotal: int("progress_total").notNull().default(0),
    /** Messages here or there, in the part of the folder that is brought. */
    totalCount: int("total_count").notNull().default(0),
    equalCount: int("equal_count").notNull().default(0),
    /** An agent's act on them is on its way to the server. */
    pendingCount: int("pending_count").notNull().default(0),
    /** Changed on the server just now: the next look brings it. */
    newsCount: int("news_count").notNull().default(0),
    quarantinedCount: int("quarantined_count").notNull().default(0),
    differenceCount: int("difference_count").notNull().default(0),
    mendedCount: int("mended_count").notNull().default(0),
    /** The first of them. */
    differences: json<FolderDifference[]>("differences").notNull().default([]),
    /** Why it could not be compared, or not wholly; empty when it was. */
    detail: text("detail").notNull().default(""),
    endedAt: instant("ended_at"),
  },
  (t) => [index("folder_comparisons_by_account").on(t.accountId)],
);
