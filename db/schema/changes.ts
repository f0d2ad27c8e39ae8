import { index, instant, int, json, table, text } from "../dialect/sqlite.ts";
import type { Change } from "#lib/contracts/change";

/** What happened, ids only, in order: feeds every live stream. `seq` is the SSE id. */
export const changes = table(
  "changes",
  {
    seq: int("seq").primaryKey({ autoIncrement: true }),
    type: text("type").notNull(),
    data: json<Change>("data").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("changes_by_date").on(t.createdAt)],
);
