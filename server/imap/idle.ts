import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "./connection.ts";
import { ImapError } from "./errors.ts";

// A server that does not answer DONE within this time is gone.
const answerMs = 30_000;
const pollMs = 30_000;
// A server that ends every IDLE at once is not asked more often than this.
const pauseMs = 1000;

/** Events come by the session's listeners; this only keeps the connection listening. */
export async function idle(connection: Connection, signal: AbortSignal, renewMs: number): Promise<void> {
  const { client } = connection;
  if (!client.mailbox) throw new ImapError("folder", "NoMailboxSelected", "No folder is open on the mail server.");
  while (!signal.aborted && client.usable) {
    const startedAt = performance.now();
    if (!connection.capabilities.idle || connection.isIdleRefused) {
      await pause(Math.min(renewMs, pollMs), signal);
      if (!signal.aborted) await nudge(connection);
    } else {
      await idleOnce(connection, signal, renewMs);
      const lastedMs = performance.now() - startedAt;
      if (client.usable && lastedMs < Math.min(renewMs, pauseMs)) await pause(pauseMs, signal);
    }
  }
}

async function idleOnce(connection: Connection, signal: AbortSignal, renewMs: number): Promise<void> {
  const nudges: Promise<void>[] = [];
  const breakOff = () => {
    if (nudges.length === 0) nudges.push(nudge(connection));
  };
  const renewal = setTimeout(breakOff, renewMs);
  signal.addEventListener("abort", breakOff, { once: true });
  try {
    const answer = await connection.client.idle();
    if (answer === false && connection.client.usable) connection.isIdleRefused = true;
  } catch {
    // It ended with the connection, of which the session's listeners hear.
  } finally {
    clearTimeout(renewal);
    signal.removeEventListener("abort", breakOff);
  }
  await Promise.all(nudges);
}

/** NOOP: ends an IDLE, lets the server tell its news, and finds out whether it is still there. */
async function nudge({ client }: Connection): Promise<void> {
  const deadline = setTimeout(() => client.close(), answerMs);
  // Whether it failed shows in `usable`.
  await client.noop().catch(() => undefined);
  clearTimeout(deadline);
}

const pause = (ms: number, signal: AbortSignal) => sleep(ms, undefined, { signal }).catch(() => undefined);
