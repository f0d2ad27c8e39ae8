import { notifyManager, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api-error.ts";

/** What was read stays fresh: the live stream says when it changed, so nothing is read again only because time passed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 30 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failureCount, error) => failureCount < 2 && (!(error instanceof ApiError) || error.isPassing),
      },
      mutations: { retry: false },
    },
  });
}

let client: QueryClient | undefined;

/** One for the life of a tab; on the server a new one for each request, or agents would see one another's mail. */
export function browserQueryClient(): QueryClient {
  if (!("window" in globalThis)) return createQueryClient();
  // What a key did is drawn in the same frame, not in a task of its own after it.
  if (!client) notifyManager.setScheduler(queueMicrotask);
  return (client ??= createQueryClient());
}
