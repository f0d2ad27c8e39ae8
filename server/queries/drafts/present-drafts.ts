import type { Db } from "#db/dialect/sqlite";
import { attachmentsByIds, type DraftRow } from "#db/queries/conversations/draft-rows";
import type { Draft } from "#lib/contracts/draft";

export async function presentDrafts(db: Db, rows: DraftRow[]): Promise<Draft[]> {
  const files = await attachmentsByIds(db, [...new Set(rows.flatMap((row) => row.attachmentIds))]);
  const fileOf = new Map(files.map((file) => [file.id, file]));
  return rows.map((row) => presentDraft(row, fileOf));
}

function presentDraft(
  { authorId, authorName, updatedAt, ...row }: DraftRow,
  fileOf: Map<number, Draft["attachments"][number]>,
): Draft {
  return {
    ...row,
    author: { id: authorId, name: authorName },
    attachments: row.attachmentIds.flatMap((id) => fileOf.get(id) ?? []),
    updatedAt: updatedAt.toISOString(),
  };
}
