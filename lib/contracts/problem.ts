import { z } from "zod";

export const problemCodes = [
  "malformed", "invalid", "unauthenticated", "forbidden", "bad_origin", "not_found", "stale", "too_large", "rate_limited",
  "unavailable", "conflict", "internal",
] as const; // prettier-ignore
export type ProblemCode = (typeof problemCodes)[number];

/** RFC 9457, with a stable `code` and the fields that are wrong; `start` and `end` say where in a text. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  requestId: z.string(),
  issues: z
    .array(
      z.object({
        path: z.string(),
        message: z.string(),
        start: z.number().int().optional(),
        end: z.number().int().optional(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
