import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { quoted } from "#core/errors.ts";

/** What a browser says of where a request comes from, where that is this page or nobody's page. */
const OWN_SITES = ["same-origin", "none"];

/**
 * Lets through what this machine's own page asks. Another name for this address is refused, which a
 * foreign page could have made its own (DNS rebinding); so is what another page has sent.
 *
 * @param port the one that the server listens on
 */
export function hostGuard(port: number): MiddlewareHandler {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  return async (context, next) => {
    const host = context.req.header("host") ?? "";
    if (!hosts.includes(host)) {
      throw forbidden(
        `host ${quoted(host)} is not this server's. Open http://${hosts[0]}/ instead`,
      );
    }
    await next();
  };
}

/**
 * Holds that a request of the API comes from this server's own page, or from no page at all. What
 * changes something has to say where it comes from, as browsers do.
 */
export function originGuard(port: number): MiddlewareHandler {
  const origins = [`http://127.0.0.1:${port}`, `http://localhost:${port}`];
  return async ({ req }, next) => {
    const [origin, site] = [req.header("origin"), req.header("sec-fetch-site")];
    const reads = req.method === "GET" || req.method === "HEAD";
    if (origin === undefined ? !reads : !origins.includes(origin)) {
      throw forbidden(
        origin === undefined
          ? `a request that changes something needs the header Origin: ${origins[0]}`
          : `origin ${quoted(origin)} is another page's than ${origins[0]}`,
      );
    }
    if (site !== undefined && !OWN_SITES.includes(site)) {
      throw forbidden(`a page of another site has sent this (Sec-Fetch-Site: ${quoted(site)})`);
    }
    await next();
  };
}

function forbidden(why: string): HTTPException {
  return new HTTPException(403, { message: `Refused: ${why}.` });
}
