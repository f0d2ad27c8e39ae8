/**
 * The one file that knows the store is SQLite. Schema and queries use only what is exported here and Drizzle's common builder,
 * so that a second dialect needs this file and its own migrations, nothing else.
 */
import { setTimeout as sleep } from "node:timers/promises";
import Database from "better-sqlite3";
import { sql, type SQL } from "drizzle-orm";
import { drizzle, type BetterSQLite3Database } from "drizzle-orm/better-sqlite3";
import { customType, integer, sqliteTable, text as sqliteText, type AnySQLiteColumn } from "drizzle-orm/sqlite-core";

export { index, uniqueIndex } from "drizzle-orm/sqlite-core";

export type Db = BetterSQLite3Database & { $client: Database.Database };

export type WriteOptions = { mayBeLost?: boolean };

/** A reader that cannot write, and a writer that runs one transaction at a time. */
export type Store = {
  readonly read: Db;
  /**
   * @param options `mayBeLost`: a power cut may undo it, though never half of it, and other writers go first; for what would only be
   * brought again.
   */
  write<T>(work: (tx: Db) => Promise<T>, options?: WriteOptions): Promise<T>;
  /** For migrations, which bring their own transaction. */
  withoutTransaction<T>(work: (db: Db) => T): Promise<T>;
  /** Counts commits by other connections and processes (`PRAGMA data_version`). */
  dataVersion(): number;
  /** Moves the write-ahead log into the database file and cuts it to nothing. */
  checkpoint(): void;
  /** Copies the database, consistent, while writers go on. */
  backup(path: string): Promise<void>;
  close(): void;
};

export const table = sqliteTable;
/** An id is never used twice: a reused one can reach the wrong person. */
export const id = () => integer("id").primaryKey({ autoIncrement: true });
export const text = (name: string) => sqliteText(name);
export const int = (name: string) => integer(name);
export const bool = (name: string) => integer(name, { mode: "boolean" });
export const instant = (name: string) => integer(name, { mode: "timestamp_ms" });
export const json = <T>(name: string) => sqliteText(name, { mode: "json" }).$type<T>();
export const oneOf = <const T extends readonly [string, ...string[]]>(name: string, values: T) =>
  sqliteText(name, { enum: values });
/** A reference that ends with what it points to. */
export const ref = (name: string, target: () => AnySQLiteColumn) =>
  integer(name).references(target, { onDelete: "cascade" });
/** A reference that becomes null when what it points to ends. */
export const looseRef = (name: string, target: () => AnySQLiteColumn) =>
  integer(name).references(target, { onDelete: "set null" });

/** 63-bit numbers (MODSEQ, UIDVALIDITY) as text: a JavaScript number cannot hold them (RFC 7162 §3.1.1). */
export const bigNumber = customType<{ data: bigint; driverData: string }>({
  dataType: () => "text",
  toDriver: (value) => value.toString(),
  fromDriver: (value) => BigInt(value),
});

/** Case-insensitive "contains", with the wildcards of LIKE taken literally. */
export function matchText(column: AnySQLiteColumn | SQL, needle: string): SQL {
  const escaped = needle.replace(/[\\%_]/g, (c) => `\\${c}`);
  return sql`${column} like ${`%${escaped}%`} escape '\\'`;
}

const usualCacheKb = 8000;

/** How long a writer without hurry lets others go first. */
const turnMs = 2;
const turnsMax = 50;

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/**
 * A prepared statement for hot bulk paths, where Drizzle's 40–77 µs a statement would be the bound.
 * Kept for the life of the connection: `text` must be a constant, never built from data. `Row` is the word of whoever wrote the SQL.
 */
export function prepared<Row = unknown>(db: Db, text: string): Database.Statement<unknown[], Row> {
  let cached = statements.get(db.$client);
  if (!cached) statements.set(db.$client, (cached = new Map()));
  let statement = cached.get(text);
  if (!statement) cached.set(text, (statement = db.$client.prepare(text)));
  return statement as Database.Statement<unknown[], Row>;
}

const builtQueries = new WeakMap<Db, Map<(db: Db) => unknown, unknown>>();

/**
 * The same for a query of Drizzle's builder, which maps its rows: built once a connection, for building takes longer than running.
 * `build` must be a constant, too.
 */
export function built<Query>(db: Db, build: (db: Db) => Query): Query {
  let cached = builtQueries.get(db);
  if (!cached) builtQueries.set(db, (cached = new Map()));
  let query = cached.get(build);
  if (!query) cached.set(build, (query = build(db)));
  return query as Query;
}

/**
 * @param waiting how many writers wait for the lock, in a number shared between threads
 * @param cacheKb of pages that each of its connections keeps; every commit that grew the file walks over all of the writer's
 */
export function open(path: string, waiting: Int32Array = new Int32Array(1), cacheKb: number = usualCacheKb): Store {
  const writer = connect(path, cacheKb);
  writer.pragma("journal_mode = WAL");
  // 16 MB: a first sync changes the same pages in commit after commit, and each checkpoint writes them again.
  writer.pragma("wal_autocheckpoint = 4000");
  const reader = connect(path, cacheKb);
  reader.pragma("query_only = ON");
  const read: Db = drizzle(reader);
  const writerDb: Db = drizzle(writer);
  let tail: Promise<unknown> = Promise.resolve();
  const queue = <T>(job: () => T | Promise<T>): Promise<T> => {
    const mine = tail.then(job);
    tail = mine.catch(() => undefined);
    return mine;
  };

  return {
    read,
    write: (work, { mayBeLost = false } = {}) =>
      queue(() =>
        mayBeLost
          ? giveWay(waiting).then(() => unsynced(writer, () => transact(writerDb, waiting, work)))
          : transact(writerDb, waiting, work),
      ),
    withoutTransaction: (work) => queue(() => work(writerDb)),
    dataVersion: () => Number(reader.pragma("data_version", { simple: true })),
    checkpoint: () => {
      writer.pragma("wal_checkpoint(TRUNCATE)");
    },
    backup: async (target) => {
      await reader.backup(target);
    },
    close: () => {
      reader.close();
      writer.close();
    },
  };
}

/** Whether somebody has this database open, here or in another process: in WAL mode, each holds a shared lock for as long as that. */
export function isInUse(path: string): boolean {
  const connection = new Database(path, { timeout: 0, fileMustExist: true });
  try {
    connection.pragma("locking_mode = EXCLUSIVE");
    connection.exec("BEGIN IMMEDIATE; COMMIT");
    return false;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY")) return true;
    throw error;
  } finally {
    connection.close();
  }
}

/** What is wrong with the file itself or with what points where, in SQLite's words; empty when all is well. */
export function integrityProblems(db: Db): string[] {
  const sentence = (value: unknown) => Object.values(Object(value)).join(" ");
  const pages = db.$client.pragma("integrity_check(20)");
  const references = db.$client.pragma("foreign_key_check");
  const found = [pages, references].flatMap((rows) => (Array.isArray(rows) ? rows.map(sentence) : []));
  return found.filter((problem) => problem !== "ok").slice(0, 20);
}

/** Without waiting for the disk: the next transaction that does wait makes this one last, too. */
async function unsynced<T>(writer: Database.Database, work: () => Promise<T>): Promise<T> {
  writer.pragma("synchronous = NORMAL");
  try {
    return await work();
  } finally {
    writer.pragma("synchronous = FULL");
  }
}

/** SQLite has no queue: a writer that comes back at once would take the lock from those that look for it now and then. */
async function giveWay(waiting: Int32Array): Promise<void> {
  for (let turn = 0; turn < turnsMax && Atomics.load(waiting, 0) > 0; turn += 1) await sleep(turnMs);
}

async function transact<T>(db: Db, waiting: Int32Array, work: (tx: Db) => Promise<T>): Promise<T> {
  begin(db, waiting);
  try {
    const result = await work(db);
    prepared(db, "commit").run();
    return result;
  } catch (error) {
    if (db.$client.inTransaction) db.$client.exec("rollback");
    throw error;
  }
}

function begin(db: Db, waiting: Int32Array): void {
  Atomics.add(waiting, 0, 1);
  try {
    prepared(db, "begin immediate").run();
  } finally {
    Atomics.sub(waiting, 0, 1);
  }
}

function connect(path: string, cacheKb: number): Database.Database {
  const connection = new Database(path, { timeout: 10_000 });
  // A database already in WAL mode opens with synchronous=NORMAL, under which a power cut loses acknowledged commits.
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  connection.pragma("temp_store = MEMORY");
  connection.pragma(`cache_size = -${cacheKb}`);
  return connection;
}
