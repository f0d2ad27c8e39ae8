import { createBacklog, LiveMessage } from "./live-messages.ts";
import { openEventStream, type EventStreamHandlers } from "./event-stream.ts";

const name = "postroom.live";

/**
 * One stream for all tabs of a browser, as each would hold one of the few connections that it may have to a server: the tab that gets the
 * lock listens and passes on; when it closes, another goes on from where it is.
 * @param since the seq that this tab's page was rendered at
 */
export function openBrowserStream(since: number, handlers: EventStreamHandlers): () => void {
  const ended = new AbortController();
  const channel = new BroadcastChannel(name);
  let seq = since;

  const post = (message: LiveMessage) => {
    // A BroadcastChannel knows only its own origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    channel.postMessage(message);
  };

  // Both ways lead here, and a tab may hear the same from its old leader and its new one.
  const receive = (message: LiveMessage) => {
    if (message.type === "connection") handlers.onConnection(message.isLive);
    if (message.type === "resync") {
      seq = Math.max(seq, message.seq);
      handlers.onResync(seq);
    }
    if (message.type !== "changes" || message.seq <= seq) return;
    seq = message.seq;
    handlers.onChanges(seq, message.changes);
  };
  const tell = (message: LiveMessage) => {
    post(message);
    receive(message);
  };

  const lead = async () => {
    // The lock may come when nobody wants it any more.
    if (ended.signal.aborted) return;
    const backlog = createBacklog(seq);
    let isLive = false;
    const handleHello = (event: MessageEvent<unknown>) => {
      const message = LiveMessage.safeParse(event.data).data;
      if (message?.type !== "hello") return;
      post({ type: "connection", isLive });
      const missed = backlog.after(message.since);
      if (missed) for (const each of missed) post(each);
      else post({ type: "resync", seq });
    };
    channel.addEventListener("message", handleHello);
    const close = openEventStream(seq, {
      ...handlers,
      onChanges: (at, changes) => {
        const message = { type: "changes" as const, seq: at, changes };
        backlog.add(message);
        tell(message);
      },
      onResync: (at) => tell({ type: "resync", seq: at }),
      onConnection: (now) => {
        isLive = now;
        tell({ type: "connection", isLive });
      },
    });
    // The lock is held until this tab is done.
    await new Promise<void>((resolve) => ended.signal.addEventListener("abort", () => resolve(), { once: true }));
    channel.removeEventListener("message", handleHello);
    close();
  };

  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const message = LiveMessage.safeParse(event.data).data;
    if (message && message.type !== "hello") receive(message);
  });
  post({ type: "hello", since });
  if ("locks" in navigator) void navigator.locks.request(name, { signal: ended.signal }, lead).catch(ignoreAbort);
  else void lead();

  return () => {
    ended.abort();
    channel.close();
  };
}

/** Leaving while waiting for the lock is no failure. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
}
