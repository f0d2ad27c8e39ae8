import { id, index, instant, int, json, looseRef, oneOf, ref, table, text, uniqueIndex } from "../dialect/sqlite.ts";
import type { TransferCursor, TransferDetail, TransferReport, TransferSpec } from "#lib/contracts/transfer";
import { transferItemStates, transferKinds, transferStates } from "#lib/contracts/vocabulary";
import { accounts } from "./accounts.ts";
import { agents } from "./agents.ts";

/**
 * Long work with mail that an agent asked for: an export, an import, a copy. The engine carries it out in steps (`server/transfers`); what
 * a step did, its numbers and the cursor behind it are stored in one transaction, so that a kill costs one step at most.
 */
export const transfers = table(
  "transfers",
  {
    id: id(),
    kind: oneOf("kind", transferKinds).notNull(),
    askedById: looseRef("asked_by_id", () => agents.id),
    /** Transfers of one account are carried out one after the other; null for what concerns several. */
    accountId: looseRef("account_id", () => accounts.id),
    /** What was asked for, in the words of the contract of its kind. */
    spec: json<TransferSpec>("spec").notNull(),
    /** What it is of, as that was called then: an account, a folder, a search; empty for everything. */
    title: text("title").notNull().default(""),
    state: oneOf("state", transferStates).notNull().default("queued"),
    /** Why it waits or failed. */
    stateDetail: json<TransferDetail>("state_detail").notNull(),
    /** Mails; null until they have been counted. */
    total: int("total"),
    done: int("done").notNull().default(0),
    skipped: int("skipped").notNull().default(0),
    failed: int("failed").notNull().default(0),
    bytesDone: int("bytes_done").notNull().default(0),
    /** Everything before it has been done and is durable; null before the first step. What it holds is its kind's own business. */
    cursor: json<TransferCursor>("cursor"),
    report: json<TransferReport>("report"),
    /** Steps that failed in a row. */
    attemptCount: int("attempt_count").notNull().default(0),
    /** When what waits is looked at again. */
    resumeAt: instant("resume_at"),
    createdAt: instant("created_at").notNull(),
    startedAt: instant("started_at"),
    finishedAt: instant("finished_at"),
    /** Its file is kept until then. */
    expiresAt: instant("expires_at"),
  },
  (t) => [index("transfers_by_state").on(t.state, t.id), index("transfers_by_asker").on(t.askedById, t.id)],
);

/** One mail of a transfer: what is to be done, what was, and what could not be and why. */
export const transferItems = table(
  "transfer_items",
  {
    id: id(),
    transferId: ref("transfer_id", () => transfers.id).notNull(),
    /** Names the mail within its transfer: what is written down twice is still one mail. */
    key: text("key").notNull(),
    state: oneOf("state", transferItemStates).notNull(),
    /** The folder it is taken from or put into; it may be gone by now. */
    folderId: int("folder"),
    messageId: int("message_id"),
    /** Stable code of why it failed or was skipped. */
    code: text("code").notNull().default(""),
    /** What its kind has to know of it. */
    facts: json<Record<string, unknown>>("facts").notNull().default({}),
  },
  (t) => [
    uniqueIndex("transfer_items_by_key").on(t.transferId, t.key),
    index("transfer_items_by_folder").on(t.transferId, t.folderId, t.id),
    index("transfer_items_by_state").on(t.transferId, t.state, t.id),
  ],
);
