/**
 * The change log as `text/event-stream`. A stream holds a cursor and nothing else: what is not read yet waits in the log, so a slow
 * client costs nothing, and one that was cut off goes on at its `Last-Event-ID`.
 */
import { inboxIdsOfAgent } from "#db/queries/agents/askers";
import { changesAfter, latestSeq, oldestSeq } from "#db/queries/changes";
import type { Agent } from "../auth/agent.ts";
import { attendance } from "../attendance.ts";
import { AppError } from "../errors.ts";
import { doorbell } from "../events/doorbell.ts";
import { registerStream } from "../events/open-streams.ts";
import { singleton } from "../singleton.ts";
import { store } from "../store.ts";
import { endsRights, visibleChanges } from "./visible-changes.ts";

type Listener = {
  agent: Agent;
  /** The last seq the browser knows of; null begins with now. */
  cursor: number | null;
  /** Aborted when the browser is gone. */
  signal: AbortSignal;
  /** Asks again who this is; null once they were signed out or deactivated. */
  identifyAgain: () => Promise<Agent | null>;
};

const batchMax = 200;
const heartbeatMs = 25_000;
const streamsPerAgentMax = 8;
const retryMs = 2000;

/** @throws AppError `rate_limited` for an agent who has eight of them open */
export function liveStream(listener: Listener): Response {
  const leave = enter(listener.agent.id);
  const ended = new AbortController();
  const end = () => ended.abort();
  const unregister = registerStream(end);
  listener.signal.addEventListener("abort", end, { once: true });
  if (listener.signal.aborted) end();
  // Now, though its first frame may be read much later: what happens in between is told.
  const begunAt = latestSeq(store().read);
  const frames = framesFor(listener, begunAt, ended.signal);
  const encoder = new TextEncoder();

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const finish = () => {
          listener.signal.removeEventListener("abort", end);
          unregister();
          leave();
          closeQuietly(controller);
        };
        if (ended.signal.aborted) finish();
        else ended.signal.addEventListener("abort", finish, { once: true });
      },
      async pull(controller) {
        const { value, done } = await frames.next();
        if (done) end();
        else if (!ended.signal.aborted) controller.enqueue(encoder.encode(value));
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Without `no-transform` the server compresses, and compression holds events back; nginx needs to be told apart.
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

async function* framesFor(
  { agent, cursor, identifyAgain }: Listener,
  begunAt: Promise<number>,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const db = store().read;
  const latest = await begunAt;
  yield `retry: ${retryMs}\n\n`;
  let seq = cursor ?? latest;
  if (seq > latest || (await isTrimmed(seq))) {
    seq = latest;
    yield frame(seq, "resync", {});
  }
  let sentAt = performance.now();
  while (!signal.aborted) {
    attendance().attend();
    // Listening begins before reading, so that no ring falls between.
    const bell = nextRing(sentAt + heartbeatMs - performance.now(), signal);
    const batch = await changesAfter(db, seq, batchMax);
    if (batch.length === 0) await bell.rung;
    bell.stop();

    const last = batch.at(-1);
    const isTimeToBeat = performance.now() - sentAt >= heartbeatMs;
    if (isTimeToBeat || endsRights(batch, agent.id)) {
      const same = await identifyAgain();
      if (!same) return;
    }
    if (last && (await isTrimmed(seq))) {
      seq = await latestSeq(db);
      yield frame(seq, "resync", {});
      sentAt = performance.now();
      continue;
    }
    if (last) seq = last.seq;
    const changes = last ? visibleChanges(batch, agent, await inboxIdsOfAgent(db, agent.id)) : [];
    if (changes.length > 0) yield frame(seq, "changes", { changes });
    // Its id lets a browser that may see nothing of all that happened still go on where it is.
    else if (isTimeToBeat) yield `: beat\nid: ${seq}\n\n`;
    else continue;
    sentAt = performance.now();
  }
}

function frame(seq: number, event: "changes" | "resync", data: object): string {
  return `id: ${seq}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Whether something after `seq` was trimmed from the log before it could be read. */
async function isTrimmed(seq: number): Promise<boolean> {
  return seq < (await oldestSeq(store().read)) - 1;
}

function nextRing(limitMs: number, signal: AbortSignal): { rung: Promise<void>; stop(): void } {
  const stopped = new AbortController();
  const stop = () => {
    stopped.abort();
    signal.removeEventListener("abort", stop);
  };
  signal.addEventListener("abort", stop, { once: true });
  return { rung: doorbell().next(Math.max(0, limitMs), stopped.signal), stop };
}

/** Counts an agent's open streams; answers how to leave. */
function enter(agentId: number): () => void {
  const open = singleton("live-streams", () => new Map<number, number>());
  const count = open.get(agentId) ?? 0;
  if (count >= streamsPerAgentMax)
    throw new AppError("rate_limited", "Too many live streams are open.", { retryAfterSeconds: 60 });
  open.set(agentId, count + 1);
  return () => open.set(agentId, (open.get(agentId) ?? 1) - 1);
}

function closeQuietly(controller: ReadableStreamDefaultController): void {
  try {
    controller.close();
  } catch {
    // The reader has cancelled: nobody is there to be told.
  }
}
