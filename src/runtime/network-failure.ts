/** Why no answer, or no whole answer, came back. `code` is Node's or undici's name for it. */
interface NetworkFailure {
  readonly kind: "unreachable" | "timeout" | "broken";
  readonly code: string;
}

const TIMEOUTS = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "TimeoutError"]);
const BROKEN = new Set([
  "ECONNRESET",
  "EPIPE",
  "UND_ERR_SOCKET",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
]);

/**
 * What a failed fetch came to: `timeout` when the answer was too slow, `broken` when the connection
 * ended in the middle (a kept-alive one may have been closed just then, so that asking again can
 * help), `unreachable` for the rest: no name, no route, no listener, no handshake.
 */
export function networkFailure(thrown: unknown): NetworkFailure {
  const code = deepestCode(thrown) ?? "unknown";
  if (TIMEOUTS.has(code)) return { kind: "timeout", code };
  return { kind: BROKEN.has(code) ? "broken" : "unreachable", code };
}

/** fetch hides the reason in `cause`, sometimes twice; an abort by a timer has a name, and no code. */
function deepestCode(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  const own = "code" in thrown && typeof thrown.code === "string" ? thrown.code : null;
  return deepestCode(thrown.cause) ?? own ?? (thrown.name === "TimeoutError" ? thrown.name : null);
}
