import { eq } from "drizzle-orm";
import { afterEach, beforeEach } from "vitest";
import {
  accounts,
  conversations,
  drafts,
  folders,
  messages,
  notes,
  operations,
  placements,
  tags,
} from "#db/schema/index";
import type { EnginePart } from "../engine-part.ts";
import { AccountSessions } from "../imap/account-sessions.ts";
import { startOutbox } from "../outbox/worker.ts";
import { store } from "../store.ts";
import { startSync } from "../sync/engine.ts";

/** Sync and outbox at work in every test of this file, as they are. Needs `useFreshStore()` before it. */
export function useRunningEngine() {
  const parts: EnginePart[] = [];
  const start = () => {
    const sessions = new AccountSessions();
    parts.push(startOutbox(sessions), startSync(sessions));
  };
  const stop = async () => {
    for (const part of parts.splice(0)) await part.stop();
  };
  beforeEach(start);
  afterEach(stop);
  return { start, stop };
}

export const pendingCount = () => store().read.$count(operations, eq(operations.state, "pending"));

/** How many rows there are of what mail and work on it are made of. */
export async function rowCounts(): Promise<number[]> {
  const tables = [accounts, folders, messages, placements, conversations, notes, drafts, tags];
  return Promise.all(tables.map((table) => store().read.$count(table)));
}
