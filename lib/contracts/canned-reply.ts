import { z } from "zod";
import { Name } from "./agent.ts";
import { Id } from "./paging.ts";

/** How many an inbox may have, and how many everybody may. */
export const cannedRepliesMax = 500;

export const CannedReply = z.object({
  id: z.number().int(),
  name: z.string(),
  html: z.string(),
  /** Its first words, on one line. */
  preview: z.string(),
  /** Null: for every inbox. */
  inboxId: z.number().int().nullable(),
});
export type CannedReply = z.infer<typeof CannedReply>;

/** What is absent stays as it is. */
export const ChangeCannedReply = z.strictObject({
  name: Name.optional(),
  html: z.string().trim().min(1).max(50_000).optional(),
  /** Null: for every inbox. */
  inboxId: Id.nullable().optional(),
});
export type ChangeCannedReply = z.infer<typeof ChangeCannedReply>;

/** Without an inbox it is for every one. */
export const AddCannedReply = ChangeCannedReply.required({ name: true, html: true });
export type AddCannedReply = z.infer<typeof AddCannedReply>;
