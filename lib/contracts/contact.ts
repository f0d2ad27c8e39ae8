import { z } from "zod";
import { Instant } from "./paging.ts";

export const ContactQuery = z.object({ address: z.string().min(1).max(320) });
export type ContactQuery = z.infer<typeof ContactQuery>;

/** `GET /api/contacts`: what the agent's inboxes have of an address. Counts stop at 1,000. */
export const Contact = z.object({
  address: z.string(),
  firstMailAt: Instant.nullable(),
  lastMailAt: Instant.nullable(),
  mailCount: z.number().int(),
  conversationCount: z.number().int(),
});
export type Contact = z.infer<typeof Contact>;
