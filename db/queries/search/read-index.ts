import { prepared, type Db } from "../../dialect/sqlite.ts";

/**
 * Reads the next blocks of the index and forgets them: what the operating system has read once, it has in memory.
 *
 * @returns the last block that was read, null when none was left, and how many bytes they hold
 */
export function readIndex(db: Db, afterBlock: number, limit: number): { lastBlock: number | null; bytes: number } {
  return (
    prepared<{ lastBlock: number | null; bytes: number }>(db, select).get(afterBlock, limit) ?? {
      lastBlock: null,
      bytes: 0,
    }
  );
}

export function countDocuments(db: Db, limit: number): number {
  return prepared<number>(db, selectCount).pluck().get(limit) ?? 0;
}

// FTS5 keeps its blocks in a table of its own (https://sqlite.org/fts5.html#the_data_table).
const select = `
  select max(id) as lastBlock, coalesce(sum(length(block)), 0) as bytes
  from (select id, block from search_index_data where id > ? order by id limit ?)`;

const selectCount = `select count(*) from (select 1 from search_documents limit ?)`;
