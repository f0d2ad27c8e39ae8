import type { OperationKind } from "#lib/contracts/vocabulary";

type Moment =
  "claimed" | "smtp-connected" | "end-of-data" | "handed-over" | "before-command" | "after-command" | "settled";

/** A moment at which a test may let the process end: a failpoint that never answers is a process that went no further. */
export type FailpointName = `${OperationKind}:${Moment}`;

export type Failpoint = (name: FailpointName) => Promise<void>;

export const noFailpoint: Failpoint = () => Promise.resolve();
