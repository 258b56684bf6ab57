import { DeskError } from "#core/errors.ts";

export interface HttpOptions {
  /** Hosts that may be contacted; one that begins with a dot stands for itself and its subdomains. */
  readonly allowedHosts: readonly string[];
  /** Connections kept to one origin; more requests wait for one. */
  readonly connections?: number;
  readonly connectTimeoutMs?: number;
  /** How long headers may take to begin, and a body to go on. */
  readonly idleTimeoutMs?: number;
}

export interface Http {
  /** Like the global fetch, over the pool. Follows no redirect unless asked to. */
  readonly fetch: typeof globalThis.fetch;
  /** How many answers have come, whatever they said. */
  answers(): number;
  /** Ends every connection, also those in use. */
  close(): Promise<void>;
}

/** Longer than a model's turn, so that the tools of the next one find their connections open. */
const KEEP_ALIVE_MS = 30_000;

/**
 * The one pool of connections that a process asks the outside through.
 *
 * @throws DeskError `configuration` from `fetch` when the host is not among those allowed
 */
export function createHttp({
  allowedHosts,
  connections = 8,
  connectTimeoutMs = 3_000,
  idleTimeoutMs = 15_000,
}: HttpOptions): Http {
  let pool: ReturnType<typeof openPool> | null = null;
  let answers = 0;
  return {
    answers: () => answers,
    async fetch(input, { body, headers, ...init } = {}) {
      // The package's fetch does not know Node's own classes and would send their names as text.
      if (input instanceof Request || body instanceof FormData) {
        throw new TypeError("fetch over the pool takes a URL, and no form data");
      }
      const url = new URL(input);
      requireAllowed(url.hostname, allowedHosts);
      pool ??= openPool({ connections, connectTimeoutMs, idleTimeoutMs });
      const { fetch, agent } = await pool;
      const answer = await fetch(url, {
        redirect: "manual",
        ...init,
        body,
        headers: [...new Headers(headers)],
        dispatcher: agent,
      });
      answers += 1;
      return answer;
    },
    async close() {
      await (await pool)?.agent.destroy();
    },
  };
}

/** Loaded at the first request: a run without any starts a third sooner. */
async function openPool({
  connections,
  connectTimeoutMs,
  idleTimeoutMs,
}: Required<Omit<HttpOptions, "allowedHosts">>) {
  // By its default export: in a bundle, a module that is loaded later has no other.
  const { Agent, fetch } = (await import("undici")).default;
  const agent = new Agent({
    connections,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    connect: { timeout: connectTimeoutMs },
    headersTimeout: idleTimeoutMs,
    bodyTimeout: idleTimeoutMs,
  });
  return { fetch, agent };
}

function requireAllowed(host: string, allowedHosts: readonly string[]): void {
  if (
    allowedHosts.some(
      (allowed) => host === allowed || (allowed.startsWith(".") && `.${host}`.endsWith(allowed)),
    )
  )
    return;
  throw new DeskError(
    "configuration",
    `host "${host}" may not be contacted. Allowed: ${allowedHosts.join(", ")}.`,
    { facts: { host, allowedHosts } },
  );
}
