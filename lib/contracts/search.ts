import { z } from "zod";
import { Id, Instant } from "./paging.ts";

/** A stretch of text; with `isFound` it is what was looked for. */
export const TextPiece = z.object({ text: z.string(), isFound: z.boolean() });
export type TextPiece = z.infer<typeof TextPiece>;

export const foundPlaces = ["text", "note", "file", "person", "none"] as const;

/** What of a conversation a search found: the message or note, and how it reads. */
export const Found = z.object({
  messageId: z.number().int().nullable(),
  noteId: z.number().int().nullable(),
  /** When it came in, or was written: where the conversation stands among what was found. */
  at: Instant,
  /** Where the snippet is from; `none` when only the subject, or no word at all, was asked for. */
  place: z.enum(foundPlaces),
  subject: z.array(TextPiece),
  snippet: z.array(TextPiece),
});
export type Found = z.infer<typeof Found>;

/** How much of the mail that one may see can be found by its text so far. */
export const SearchProgress = z.object({ messageCount: z.number().int(), textCount: z.number().int() });
export type SearchProgress = z.infer<typeof SearchProgress>;

export const RecentSearch = z.object({ query: z.string() });
export const SaveRecentSearch = z.strictObject({ query: z.string().trim().min(1).max(500) });
export type SaveRecentSearch = z.infer<typeof SaveRecentSearch>;

export const SavedView = z.object({
  id: z.number().int(),
  name: z.string(),
  query: z.string(),
  shared: z.boolean(),
  /** Whether the asker may change it. */
  own: z.boolean(),
});
export type SavedView = z.infer<typeof SavedView>;

export const SaveView = z.strictObject({
  name: z.string().trim().min(1).max(60),
  query: z.string().trim().min(1).max(500),
  shared: z.boolean().default(false),
});
export type SaveView = z.infer<typeof SaveView>;
/** As it is typed: what is left out has its default. */
export type SaveViewInput = z.input<typeof SaveView>;

export const Person = z.object({ name: z.string(), address: z.string() });
export const PeopleQuery = z.object({ q: z.string().trim().max(100).default(""), limit: Id.max(20).default(6) });
export type PeopleQuery = z.infer<typeof PeopleQuery>;
