import type { ExportItem } from "#db/queries/transfers/export-items";
import { z } from "zod";

/** What is known of a mail to be exported, as it was when the export began. */
export const ItemFacts = z.object({
  uid: z.number().int(),
  path: z.string(),
  subject: z.string(),
  sender: z.string(),
  sizeBytes: z.number(),
  receivedAt: z.number().transform((ms) => new Date(ms)),
  seen: z.boolean(),
  flagged: z.boolean(),
  answered: z.boolean(),
  draft: z.boolean(),
  deleted: z.boolean(),
  keywords: z.array(z.string()),
  labels: z.array(z.string()),
});
export type ItemFacts = z.infer<typeof ItemFacts>;

/** A mail of the list, with what is known of it. */
export type ListedMail = Omit<ExportItem, "facts"> & { facts: ItemFacts };

export const listedMail = ({ id, messageId, facts }: ExportItem): ListedMail => ({
  id,
  messageId,
  facts: ItemFacts.parse(JSON.parse(facts)),
});
