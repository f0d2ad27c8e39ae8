import { z } from "zod";

/** What the ledger says of a mail that is put into a folder: enough to find it there again, whatever was heard of the attempt. */
export const AppendFacts = z.object({
  /** Path of the folder that it is put into. */
  target: z.string(),
  /** Where it comes from. */
  path: z.string(),
  /** The folder's next UID before the attempt: what lies below is no work of ours. */
  fromUid: z.number().int().default(1),
  uidValidity: z.string().default("0"),
  uid: z.number().int().nullable().default(null),
  sizeBytes: z.number().int().default(0),
  sha256: z.string().default(""),
  crlfBytes: z.number().int().default(0),
  crlfSha256: z.string().default(""),
  print: z.string().default(""),
  receivedSecond: z.number().int().default(0),
  /** How often the connection broke while it was being sent. */
  cutCount: z.number().int().default(0),
  subject: z.string().optional(),
  /** In the words of the server. */
  said: z.string().optional(),
});
export type AppendFacts = z.infer<typeof AppendFacts>;
