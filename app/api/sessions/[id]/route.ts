import { z } from "zod";
import { endSession } from "#server/commands/agents/end-session";
import { route } from "#server/http/route";

export const DELETE = route(
  { summary: "End one of one's own sessions", params: z.object({ id: z.string().max(100) }) },
  ({ agent, params }) => endSession(agent, params.id),
);
