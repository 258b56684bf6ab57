import bullmq, { type PostgresConnectionOptions } from "bullmq";
import pg from "pg";
import { isConnectionFailure } from "../store/connection-failure.ts";
import { createResilience } from "../store/resilient.ts";
import type { QueueBackend } from "./backend.ts";

const { createPostgresBackend, DEFAULT_SCHEMA, runMigrations } = bullmq;

/** One of them listens for news. */
const CONNECTIONS = 4;
const CONNECT_TIMEOUT_MS = 5_000;

/** Longer than any statement takes. */
const SILENCE_MS = 20_000;

/**
 * A queue in PostgreSQL, in a schema of its own. A statement for which the connection fails is asked again
 * for a while: each is one transaction that bears to be done twice, as its jobs have ids and locks.
 *
 * @throws DeskError `storage` when it cannot be reached
 */
export async function openPostgresBackend(url: string): Promise<QueueBackend> {
  const { host, pathname } = new URL(url);
  const database = { place: `${host}${pathname}`, postgres: true };
  const pool = openPool(url);
  const closed = new AbortController();
  const resilient = createResilience({ ...database, signal: closed.signal });
  // BullMQ knows its own errors by their codes.
  const ask = async <T>(work: () => Promise<T>): Promise<T> => {
    const answered = await resilient("ask the queue", async () => {
      try {
        return { answer: await work() };
      } catch (error) {
        if (isConnectionFailure(error)) throw error;
        return { error };
      }
    });
    if ("error" in answered) throw answered.error;
    return answered.answer;
  };
  const connection: PostgresConnectionOptions = {
    query: (text, parameters) => ask(() => pool.query(text, parameters && [...parameters])),
    connect: () => ask(() => pool.connect()),
    end: async () => {},
    on: () => connection,
    removeAllListeners: () => connection,
  };
  const close = async () => {
    closed.abort();
    await pool.end();
  };
  try {
    const once = createResilience({ ...database, patienceMs: 0 });
    await once("open the queue", async () => {
      const client = await pool.connect();
      try {
        // Takes a lock first: whoever else starts now waits.
        await runMigrations(client);
      } finally {
        client.release();
      }
    });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    factory: (name, options, more) => createPostgresBackend(name, { ...options, connection }, more),
    close,
  };
}

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: SILENCE_MS,
    // Whoever listens waits for hours; a network that is gone shows by this alone.
    keepAlive: true,
    application_name: "trading-graph queue",
    options: `-c search_path=${DEFAULT_SCHEMA}`,
  });
  // Without listeners a restart of the server would end the process.
  const ignore = () => {};
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}
