import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { pathToFileURL } from "node:url";
import type { SqliteDatabase } from "kysely";
import { LRUCache } from "lru-cache";
import { refuseForeignFile } from "./migrations/file-version.ts";

/**
 * How long a statement waits for another's write, in ms. Nothing else goes on in the process meanwhile, so
 * what takes longer is asked again later.
 */
const BUSY_TIMEOUT_MS = 250;

/** Statements that are not prepared again. */
const STATEMENTS_KEPT = 50;

/**
 * Opens a file through Node's own SQLite, as Kysely's dialect takes it. Readers and one writer work at
 * once (WAL). What has been written outlives the process that wrote it, killed or not; the last moments
 * before a power failure may be lost, and nothing else. A file in a folder that cannot be written can be
 * read.
 *
 * @throws DeskError `storage` when it is not this program's; SQLite's error when it cannot be opened
 */
export function openNodeSqlite(path: string): SqliteDatabase {
  mkdirSync(dirname(path), { recursive: true });
  const database = openFile(path);
  const statements = new LRUCache<string, ReturnType<SqliteDatabase["prepare"]>>({
    max: STATEMENTS_KEPT,
  });
  return {
    close: () => database.close(),
    prepare(sql) {
      // Where the disk is full SQLite itself has rolled back, and the reason is what matters.
      if (sql === "rollback" && !database.isTransaction) return nothing;
      const kept = statements.get(sql);
      if (kept !== undefined) return kept;
      const statement = database.prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters as readonly SQLInputValue[];
      const prepared: ReturnType<SqliteDatabase["prepare"]> = {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
      statements.set(sql, prepared);
      return prepared;
    },
  };
}

function openFile(path: string): DatabaseSync {
  try {
    return opened(path, path);
  } catch (error) {
    // Even to read, SQLite makes files beside it. Where there is none of them nobody is writing to it, and
    // it holds all by itself.
    if (!isOutOfReach(error) || !existsSync(path) || existsSync(`${path}-wal`)) throw error;
    const unchanging = pathToFileURL(path);
    unchanging.searchParams.set("immutable", "1");
    return opened(unchanging, path);
  }
}

function opened(location: string | URL, path: string): DatabaseSync {
  const database = new DatabaseSync(location, { timeout: BUSY_TIMEOUT_MS });
  try {
    refuseForeignFile(database, path);
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** SQLite's codes for a file that may not be written, and for one that cannot be opened. */
const OUT_OF_REACH = [8, 14];

function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error) || !("errcode" in error)) return false;
  return OUT_OF_REACH.includes(Number(error.errcode) & 0xff);
}

const nothing: ReturnType<SqliteDatabase["prepare"]> = {
  reader: false,
  all: () => [],
  run: () => ({ changes: 0, lastInsertRowid: 0 }),
  iterate: () => [].values(),
};
