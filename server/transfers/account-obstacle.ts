import type { OutboxAccount } from "#db/queries/outbox/outbox-account";
import type { AccountSessions } from "../imap/account-sessions.ts";
import { waiting, type Waiting } from "./waiting.ts";

const minuteMs = 60_000;

/** Why a transfer leaves an account alone for now; null when it may go on. An account that is not connected is told that it is wanted. */
export function accountObstacle(sessions: AccountSessions, { id: accountId, state }: OutboxAccount): Waiting | null {
  if (state === "paused") return waiting({ code: "paused", accountId }, 10 * minuteMs);
  if (state === "needs-attention") return waiting({ code: "needs_attention", accountId }, 10 * minuteMs);
  const hold = sessions.holds.of(accountId, "bodies");
  if (hold) {
    const detail = { code: "held", accountId, until: hold.until.toISOString(), reason: hold.code };
    return { state: "waiting", detail, resumeAt: hold.until };
  }
  if (sessions.isConnected(accountId)) return null;
  sessions.want(accountId);
  return { ...waiting({ code: "not_connected", accountId }, minuteMs), forConnectionOf: accountId };
}
