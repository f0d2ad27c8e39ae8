/**
 * Which messages to ask for next, and what to make of a window that failed. A window that cannot be read is halved until one message
 * remains: the poison, which is set aside so that the rest can go on.
 */
import { ImapError } from "#server/imap/errors";
import type { FolderMemory } from "./sync-context.ts";

/**
 * Headers in one request and in one commit: some 20 ms of the write lock, which agents' clicks wait for. While one window is stored the
 * next one is asked for, so after a crash twice as many are asked for again.
 */
export const windowMax = 250;
/** A fetch slower than this asks for less the next time. */
const slowMs = 10_000;

/** The next window from the front of `uids`: never across the border of a set under suspicion, and half of that set. */
export function chooseWindow(memory: FolderMemory, uids: readonly number[], sizeMax = memory.windowSize): number[] {
  const { suspects } = memory;
  const [first] = uids;
  if (first === undefined) return [];
  if (!suspects.has(first)) {
    const border = uids.findIndex((uid) => suspects.has(uid));
    return uids.slice(0, border === -1 ? sizeMax : Math.min(sizeMax, border));
  }
  const end = uids.findIndex((uid) => !suspects.has(uid));
  const suspicious = end === -1 ? uids.length : end;
  return uids.slice(0, Math.max(1, Math.ceil(suspicious / 2)));
}

export function noteWindowRead(memory: FolderMemory, window: readonly number[], tookMs: number): void {
  for (const uid of window) memory.suspects.delete(uid);
  memory.brokenWindow = "";
  memory.poisonCount = 0;
  if (tookMs > slowMs) memory.windowSize = Math.max(1, Math.floor(window.length / 2));
  else memory.windowSize = windowMax;
}

/**
 * Learns from a window that failed.
 * @returns the one message that must be the poison, once it is known
 */
export function noteWindowFailed(memory: FolderMemory, window: readonly number[], error: unknown): number | null {
  if (!isWindowToBlame(memory, window, error)) return null;
  if (window.length === 1) return window[0] ?? null;
  memory.suspects = new Set(window);
  return null;
}

/** An answer that cannot be read speaks for itself; a connection that breaks does so only when it breaks there again. */
function isWindowToBlame(memory: FolderMemory, window: readonly number[], error: unknown): boolean {
  if (!(error instanceof ImapError)) return false;
  if (error.kind === "poison" || error.kind === "protocol" || error.kind === "too-large") return true;
  if (error.kind !== "network") return false;
  const name = `${window[0]}:${window.length}`;
  const isAgain = memory.brokenWindow === name || memory.suspects.size > 0;
  memory.brokenWindow = name;
  return isAgain;
}
