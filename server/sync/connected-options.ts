import type { AccountRow } from "#db/queries/sync/accounts";
import type { ImapSession } from "#server/imap/session";
import type { AccountStateKeeper } from "./account-state.ts";
import type { HearingCheck } from "./hearing-check.ts";
import type { FolderMemory, LabelMemory } from "./sync-context.ts";
import type { Seat } from "./throttle/connection-budget.ts";
import type { WorkerOptions } from "./worker-options.ts";

export type ConnectedOptions = WorkerOptions & {
  account: AccountRow;
  session: ImapSession;
  seat: Seat;
  /** The connection is shared: it ends when what matters is done. */
  isTurn: boolean;
  memory: Map<number, FolderMemory>;
  labels: LabelMemory;
  hearing: HearingCheck;
  state: AccountStateKeeper;
  signal: AbortSignal;
};
