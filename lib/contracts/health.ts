import { z } from "zod";

const Check = z.object({ ok: z.boolean(), detail: z.string() });

export const Readiness = z.object({
  ok: z.boolean(),
  checks: z.object({ database: Check, disk: Check, key: Check, engine: Check }),
});
export type Readiness = z.infer<typeof Readiness>;
