import { attendance } from "#server/attendance";
import type { ImapSession } from "#server/imap/session";
import type { Timing } from "./timing.ts";

/** Without LIST-STATUS every folder costs a round trip. */
const manyFolders = 20;

/** How long after a look at all folders the next one is. */
export function pollMs({ session, timing }: { session: ImapSession; timing: Timing }, folderCount: number): number {
  return session.capabilities.listStatus || folderCount <= manyFolders ? timing.pollMs : timing.slowPollMs;
}

/**
 * When a look is due as things are now: later while nobody uses Postroom.
 * @param pollAt when it is due otherwise; 0 for one that was wished for, which is due whoever is here
 */
export function pollDueAt(pollAt: number, { unattendedMs }: Timing): number {
  return pollAt > 0 && !attendance().isAttended ? pollAt + unattendedMs : pollAt;
}
