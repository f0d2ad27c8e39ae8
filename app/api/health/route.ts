import { z } from "zod";
import { route } from "#server/http/route";

export const GET = route(
  { access: "public", summary: "The process is up", response: z.object({ ok: z.literal(true) }) },
  () => ({ ok: true as const }),
);
