import { Socket } from "node:net";
import pg from "pg";

const INT8 = 20;
const CONNECT_TIMEOUT_MS = 5_000;
const CONNECTIONS = 10;

/** Longer than any statement takes, and than a connection is kept that nobody uses. */
const SILENCE_MS = 20_000;

/**
 * A pool of connections to PostgreSQL. Counts and times (int8) come as numbers. A connection that breaks
 * while nobody uses it is dropped; who uses one is told by the query.
 *
 * @param silenceMs after how long without an answer a server counts as gone
 */
export async function openPool(url: string, silenceMs = SILENCE_MS): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "trading-graph",
    stream: () => impatientSocket(silenceMs),
    types: {
      getTypeParser: ((oid: number, format?: "text" | "binary") =>
        oid === INT8 && format !== "binary"
          ? Number
          : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
    },
  });
  // Without listeners a restart of the server would end the process.
  const ignore = () => {};
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

/** A server that froze, or a network that is gone, would else be waited for a quarter of an hour. */
function impatientSocket(silenceMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(silenceMs, () => {
    const message = `no answer for ${silenceMs / 1_000} s`;
    socket.destroy(Object.assign(new Error(message), { code: "ETIMEDOUT" }));
  });
}
