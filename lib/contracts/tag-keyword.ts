import { z } from "zod";
import { Id } from "./paging.ts";

/** Of them, many servers keep 26 a folder at most. */
export const tagKeywordsMax = 20;

/** Have a meaning of their own to mail programs (RFC 5788 and custom). */
const reserved = new Set(
  "$forwarded $mdnsent $submitpending $submitted $junk $notjunk $phishing junk nonjunk notjunk forwarded redirected".split(
    " ",
  ),
);

/** An atom (RFC 3501 §9, flag-keyword): letters, digits and a few signs, in ASCII. */
export const Keyword = z
  .string()
  .min(1)
  .max(50)
  .regex(/^[A-Za-z0-9$_][A-Za-z0-9$_.:+&-]*$/, "A keyword has letters, digits and - _ . : + & $ only, and no spaces.")
  .refine((keyword) => !reserved.has(keyword.toLowerCase()), "This keyword has a meaning of its own to mail programs.");

const TagKeyword = z.strictObject({ tagId: Id, keyword: Keyword });

export const SaveTagKeywords = z.strictObject({
  keywords: z
    .array(TagKeyword)
    .max(tagKeywordsMax)
    .refine((all) => isUnique(all.map((one) => one.keyword.toLowerCase())), "Two tags have the same keyword.")
    .refine((all) => isUnique(all.map((one) => one.tagId)), "A tag is named twice."),
});
export type SaveTagKeywords = z.infer<typeof SaveTagKeywords>;

export const TagKeywords = z.object({
  keywords: z.array(z.object({ tagId: z.number().int(), keyword: z.string() })),
  /** Accounts of the inbox, and why one of them keeps no tags. */
  accounts: z.array(
    z.object({ id: z.number().int(), name: z.string(), problem: z.enum(["read-only", "no-keywords"]).nullable() }),
  ),
});
export type TagKeywords = z.infer<typeof TagKeywords>;

const isUnique = (values: readonly unknown[]) => new Set(values).size === values.length;
