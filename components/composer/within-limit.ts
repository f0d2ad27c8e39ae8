import { ApiError } from "#lib/query/api-error";

/** Does what asks the server, and gives up on a connection that hangs: then it is as if there were none. Whether it was heard is not known. */
export async function withinLimit<T>(limitMs: number, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), limitMs);
  try {
    return await ask(limit.signal);
  } catch (error) {
    throw limit.signal.aborted ? new ApiError({ status: 0, code: "offline", detail: "" }) : error;
  } finally {
    clearTimeout(timer);
  }
}
