import type { Recipient } from "./address.ts";
import type { DeletedFolderMail } from "./account.ts";
import type { ConversationStatus, DraftKind, QuoteKind } from "./vocabulary.ts";

/** What the agent had written, so that undo gives it back as a draft. */
export type WrittenMail = {
  kind: DraftKind;
  to: Recipient[];
  cc: Recipient[];
  bcc: Recipient[];
  subject: string;
  html: string;
  text: string;
  attachmentIds: number[];
  /** Absent in what was queued before drafts knew. */
  answeredMessageId?: number | null;
  quote?: QuoteKind;
  /** What became of the conversation with it; undone together. */
  status: { before: ConversationStatus; after: ConversationStatus } | null;
};

/** What an operation needs beyond the rows it points to; which shape belongs to which kind is told by `kind`. */
export type OperationPayload =
  | { kind: "store-flags"; add: string[]; remove: string[] }
  /** Labels by the folders that show them: a label that is renamed meanwhile is still the same one. */
  | { kind: "store-labels"; addFolderIds: number[]; removeFolderIds: number[] }
  /** `leftFrom`: where it lay when it was moved by a server that did not say where to. */
  | { kind: "move"; toFolderId: number; leftFrom?: { folderId: number; uid: number } }
  /** For good: what lies in Trash or Junk. */
  | { kind: "expunge" }
  | { kind: "send"; written?: WrittenMail }
  | { kind: "append-sent" }
  /** The provider has filed a copy of its own beside ours. */
  | { kind: "tidy-sent" }
  | { kind: "fetch-body" }
  /** `own`: the bytes as this account's server has them, where another account's would do for reading. */
  | { kind: "fetch-source"; own?: boolean }
  | { kind: "fetch-attachment"; attachmentId: number }
  | { kind: "fetch-quarantined"; quarantineId: number }
  | FolderActPayload
  | { kind: "save-draft"; draftId: number }
  /** `uidValidity` as text: it has 32 bits, and what is not equal is another folder. */
  | { kind: "remove-draft"; folderId: number; uidValidity: string; uid: number };

/** Paths are looked up when it is carried out; `toPath` is where the folder and all below it go. */
export type FolderActPayload =
  | { kind: "create-folder"; folderId: number }
  | { kind: "rename-folder"; folderId: number; toPath: string }
  | { kind: "delete-folder"; folderId: number; mail: DeletedFolderMail }
  | { kind: "subscribe-folder"; folderId: number; subscribed: boolean };
