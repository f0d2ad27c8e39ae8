import type { Priority } from "../imap/account-sessions.ts";

/** The most urgent of them. */
export function priorityOf(operations: readonly { priority: number }[]): Priority {
  const most = Math.min(...operations.map((operation) => operation.priority));
  return most <= 0 ? 0 : most === 1 ? 1 : most === 2 ? 2 : 3;
}
