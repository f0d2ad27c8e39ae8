import { bestConversations, type BestCursor } from "#db/queries/search/best-conversations";
import { searchConversations, type FoundRow, type SearchCursor } from "#db/queries/search/search-conversations";
import type { Db } from "#db/dialect/sqlite";
import type { ConversationFilter } from "#db/queries/conversations/page-of-conversations";
import type { Scope } from "#db/queries/conversations/scope";
import { AppError } from "../../errors.ts";
import type { ReadQuery } from "./read-query.ts";

export type FoundPage = { rows: FoundRow[]; nextCursor: string | null };

/** @param cursor as an earlier page gave it */
export async function searchPage(
  db: Db,
  scope: Scope,
  filter: ConversationFilter,
  { alternatives }: ReadQuery,
  cursor: string | undefined,
  limit: number,
): Promise<FoundPage> {
  const place = cursor === undefined ? null : readCursor(cursor);
  if (filter.sort === "best" && place?.kind !== "time") {
    const best = bestConversations(db, scope, filter, alternatives, place, limit);
    if (best) return { rows: best.rows, nextCursor: best.next && write(["b", best.next.score, best.next.id]) };
  }
  const inTime = { ...filter, sort: filter.sort === "best" ? ("newest" as const) : filter.sort };
  const from = place?.kind === "time" ? place : null;
  const { rows, next } = await searchConversations(db, scope, inTime, alternatives, from, limit);
  return { rows, nextCursor: next && write(["s", next.key, next.conversationId]) };
}

type Place = (SearchCursor & { kind: "time" }) | (BestCursor & { kind: "best" });

function write(parts: (string | number)[]): string {
  return Buffer.from(parts.join("|")).toString("base64url");
}

function readCursor(text: string): Place {
  const [, kind, first = "", second = ""] =
    /^([sb])\|(-?\d{1,20}(?:\.\d{1,25})?(?:e[+-]?\d{1,3})?)\|(\d{1,17})$/.exec(
      Buffer.from(text, "base64url").toString(),
    ) ?? [];
  if (kind === undefined) throw new AppError("malformed", "This cursor is not one of ours.");
  if (kind === "b") return { kind: "best", score: Number(first), id: Number(second) };
  return { kind: "time", key: Number(first), conversationId: Number(second) };
}
