import { LiveQuery } from "#lib/contracts/change";
import { identify } from "#server/auth/identify";
import { liveStream } from "#server/http/live-stream";
import { readLastEventId } from "#server/http/last-event-id";
import { route } from "#server/http/route";

export const GET = route(
  { summary: "What happens, as it happens", query: LiveQuery, produces: "text/event-stream" },
  ({ agent, query, request }) =>
    liveStream({
      agent,
      cursor: readLastEventId(request.headers) ?? query.since ?? null,
      signal: request.signal,
      identifyAgain: async () => (await identify(request.headers))?.agent ?? null,
    }),
);
