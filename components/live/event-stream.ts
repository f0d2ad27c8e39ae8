import { ChangesEvent, type Change } from "#lib/contracts/change";

export type EventStreamHandlers = {
  onChanges: (seq: number, changes: Change[]) => void;
  onResync: (seq: number) => void;
  onConnection: (isLive: boolean) => void;
  /** The server no longer knows who we are. */
  onSignedOut: () => void;
};

const retryMs = 3000;
const retryMsMax = 60_000;
/** The server beats every 25 s; a laptop that slept, or a cable that was pulled, is silent for longer. */
const silenceMsMax = 70_000;

/** Keeps one EventSource open from `cursor` on. The browser reconnects after a cut; what it gives up on is begun again here. */
export function openEventStream(cursor: number, handlers: EventStreamHandlers): () => void {
  let seq = cursor;
  let source: EventSource | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let heardAt = Date.now();

  const open = () => {
    source?.close();
    heardAt = Date.now();
    source = new EventSource(`/api/live?since=${seq}`);
    source.addEventListener("open", () => {
      failures = 0;
      heardAt = Date.now();
      handlers.onConnection(true);
    });
    source.addEventListener("changes", (event: MessageEvent<string>) => {
      remember(event);
      handlers.onChanges(seq, ChangesEvent.parse(JSON.parse(event.data)).changes);
    });
    source.addEventListener("resync", (event: MessageEvent<string>) => {
      remember(event);
      handlers.onResync(seq);
    });
    source.addEventListener("error", handleError);
  };

  const remember = (event: MessageEvent<string>) => {
    heardAt = Date.now();
    seq = Number(event.lastEventId) || seq;
  };

  const handleError = () => {
    handlers.onConnection(false);
    if (source?.readyState !== EventSource.CLOSED) return;
    failures += 1;
    clearTimeout(timer);
    timer = setTimeout(() => void reopen(), Math.min(retryMsMax, retryMs * 2 ** (failures - 1)));
  };

  // An EventSource does not tell why it was refused.
  const reopen = async () => {
    const response = await fetch("/api/me", { headers: { accept: "application/json" } }).catch(() => null);
    if (response?.status === 401) handlers.onSignedOut();
    else open();
  };

  const checkPulse = () => {
    if (document.visibilityState === "visible" && Date.now() - heardAt > silenceMsMax) open();
  };
  const handleOnline = () => open();
  // The stream itself would notice only when the next beat does not come.
  const handleOffline = () => handlers.onConnection(false);

  open();
  window.addEventListener("online", handleOnline);
  window.addEventListener("offline", handleOffline);
  document.addEventListener("visibilitychange", checkPulse);
  return () => {
    source?.close();
    clearTimeout(timer);
    window.removeEventListener("online", handleOnline);
    window.removeEventListener("offline", handleOffline);
    document.removeEventListener("visibilitychange", checkPulse);
  };
}
