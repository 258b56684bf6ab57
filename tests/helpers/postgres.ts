import { randomUUID } from "node:crypto";
import pg from "pg";
import { describe, onTestFinished } from "vitest";

const server = process.env.TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";
const PROBE_MS = 1_000;

/** Whether a PostgreSQL server is there to test with. */
const postgresAnswers = await answers();

const { host } = new URL(server);
const why = postgresAnswers ? "" : ` (no PostgreSQL answers at ${host}: set TEST_DATABASE_URL)`;

/** A suite that needs PostgreSQL: skipped, and says why, where none answers. */
export function describePostgres(title: string, suite: () => void): void {
  describe.skipIf(!postgresAnswers)(`${title}${why}`, suite);
}

export interface TestDatabase {
  readonly url: string;
  /** Ends every connection to it. */
  drop(): Promise<void>;
}

/** An empty database, which whoever asked for it drops. */
export async function createDatabase(): Promise<TestDatabase> {
  const name = `trading_graph_test_${randomUUID().replaceAll("-", "")}`;
  await administer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(`drop database if exists ${name} with (force)`),
  };
}

/** The address of an empty database of the test's own, gone when it ends. */
export async function freshDatabase(): Promise<string> {
  const { url, drop } = await createDatabase();
  onTestFinished(drop);
  return url;
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function answers(): Promise<boolean> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: PROBE_MS });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
