import type { FolderRow } from "#db/queries/sync/folders";

export type ApplyContext = {
  inboxId: number;
  folder: FolderRow;
  /** Whether what a new conversation counts is known from its mails alone: not with labels, nor for an account that has gone to another inbox. */
  countsBegun: boolean;
  /** What arrived after this instant is news, which may reopen a conversation; null for history. */
  newsSince: Date | null;
  /** Normalised addresses of every account, and of those in this inbox. */
  ours: ReadonlySet<string>;
  oursInInbox: ReadonlySet<string>;
};
