/** SQLSTATEs of a server that ends connections, starts, stops or has none to spare, but for class 08. */
const STATES = new Set(["57P01", "57P02", "57P03", "57P05", "53300"]);

const SYSTEM_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
  "ENOTFOUND",
]);

/** What the driver says without a code. */
const SAYINGS =
  /connection terminated|connection ended|timeout exceeded when trying to connect|query read timeout|not queryable/i;

/** Whether it was the connection to PostgreSQL that failed, so that asking again on another may help. */
export function isConnectionFailure(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if ("code" in thrown && typeof thrown.code === "string") {
    const { code } = thrown;
    return STATES.has(code) || SYSTEM_CODES.has(code) || /^08...$/.test(code);
  }
  return SAYINGS.test(thrown.message);
}
