import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { chartBody, unknownChart } from "../fixtures/yahoo/chart.ts";
import { delistedQuote, quoteBody, unknownQuote } from "../fixtures/yahoo/quote.ts";
import { searchBody } from "../fixtures/yahoo/search.ts";
import { delistedSummary, summaryBody, unknownSummary } from "../fixtures/yahoo/summary.ts";
import { timeseriesBody } from "../fixtures/yahoo/timeseries.ts";
import { listen } from "./listen.ts";

export type YahooRoute = "page" | "crumb" | "chart" | "quote" | "summary" | "timeseries" | "search";

export interface YahooReply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text as it is; anything else as JSON. */
  readonly body?: unknown;
}

/** What may go wrong: another reply, or none for a while, for ever, or a broken socket. */
export type YahooFault =
  | YahooReply
  | { readonly slowMs: number }
  | { readonly until: Promise<void> }
  | "invalid_crumb"
  | "hang"
  | "reset";

export interface YahooStub {
  /** Origin, for YAHOO_BASE_URL. */
  readonly url: string;
  /** Requests so far, by route. */
  readonly counts: Readonly<Record<YahooRoute, number>>;
  /** Path and query of every request, oldest first. */
  readonly requests: readonly string[];
  /** Crumbs handed out, oldest first. Only the newest is good. */
  readonly crumbs: readonly string[];
  /** Lets the next requests of a route (of every route without one) go wrong. */
  fail(fault: YahooFault, options?: { readonly on?: YahooRoute; readonly times?: number }): void;
  /** Forgets the session, so that its crumb is refused from now on. */
  expireSession(): void;
  close(): Promise<void>;
}

export interface YahooStubOptions {
  /** Epoch milliseconds that quotes and news are made before. */
  readonly now?: number;
  /** Answers in place of the invented ones; null where it has none either. */
  readonly answer?: (route: YahooRoute, url: URL) => YahooReply | null;
}

/** Neither is known to Yahoo: of the first it keeps an empty shell. */
const DELISTED = "ADH";
const UNKNOWN = "NOSUCH";

const HTML = { "content-type": "text/html" };

/**
 * A server on this machine that answers like Yahoo Finance: it hands out a cookie and a crumb, wants
 * them back where Yahoo does, and has invented data of any ticker but ADH and NOSUCH.
 */
export async function startYahooStub(options: YahooStubOptions = {}): Promise<YahooStub> {
  const now = options.now ?? Date.now();
  const counts = { page: 0, crumb: 0, chart: 0, quote: 0, summary: 0, timeseries: 0, search: 0 };
  const requests: string[] = [];
  const crumbs: string[] = [];
  const faults: { fault: YahooFault; on: YahooRoute | undefined; left: number }[] = [];
  let session = false;

  function nextFault(route: YahooRoute): YahooFault | null {
    const next = faults.find(({ on, left }) => left > 0 && (on ?? route) === route);
    if (next === undefined) return null;
    next.left -= 1;
    return next.fault;
  }

  function reply(route: YahooRoute, url: URL, cookie: string): YahooReply {
    if (route === "page") {
      const setCookie = `A3=cookie-${counts.page}; Domain=.yahoo.com; Path=/; Secure; HttpOnly`;
      return { headers: { ...HTML, "set-cookie": setCookie }, body: "<html></html>" };
    }
    if (route === "crumb") {
      if (!cookie.includes("A3=")) return { status: 401, body: refusedCrumb };
      session = true;
      crumbs.push(`Crumb/${crumbs.length + 1}.x`);
      return { headers: { "content-type": "text/plain" }, body: crumbs.at(-1) };
    }
    const needsCrumb = route === "quote" || route === "summary";
    const good = session && url.searchParams.get("crumb") === crumbs.at(-1);
    if (needsCrumb && !(good && cookie.includes("A3="))) return { status: 401, body: refusedCrumb };
    return options.answer?.(route, url) ?? invented(route, url, now);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://stub");
    requests.push(url.pathname + url.search);
    const route = routeOf(url);
    if (route === null)
      return send(response, { status: 404, headers: HTML, body: "<html></html>" });
    counts[route] += 1;
    const fault = nextFault(route);
    if (fault === "hang") return;
    if (fault === "reset") return void request.socket.destroy();
    if (fault === "invalid_crumb") session = false;
    if (fault !== null && typeof fault === "object") {
      if ("until" in fault) await fault.until;
      else if ("slowMs" in fault) await delay(fault.slowMs);
      else return send(response, fault);
    }
    send(response, reply(route, url, request.headers.cookie ?? ""));
  }

  // Asking for every line of the fundamentals takes more than Node's usual 16 KiB.
  const server = createServer({ maxHeaderSize: 65_536 }, (request, response) => {
    void handle(request, response);
  });
  const origin = await listen(server);

  return {
    url: origin,
    counts,
    requests,
    crumbs,
    fail(fault, { on, times = 1 } = {}) {
      faults.push({ fault, on, left: times });
    },
    expireSession() {
      session = false;
    },
    async close() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      server.closeAllConnections();
      await closed.promise;
    },
  };
}

const refusedCrumb = {
  finance: { result: null, error: { code: "Unauthorized", description: "Invalid Crumb" } },
};

function routeOf({ pathname }: URL): YahooRoute | null {
  if (pathname === "/v1/test/getcrumb") return "crumb";
  if (pathname.startsWith("/quote/")) return "page";
  if (pathname.startsWith("/v8/finance/chart/")) return "chart";
  if (pathname === "/v7/finance/quote") return "quote";
  if (pathname.startsWith("/v10/finance/quoteSummary/")) return "summary";
  if (pathname.startsWith("/ws/fundamentals-timeseries/")) return "timeseries";
  return pathname === "/v1/finance/search" ? "search" : null;
}

/** The symbol that a request of a route is about. */
export function symbolOf(route: YahooRoute, url: URL): string {
  if (route === "quote") return url.searchParams.get("symbols") ?? "";
  if (route === "search") return url.searchParams.get("q") ?? "";
  return decodeURIComponent(url.pathname.split("/").at(-1) ?? "");
}

function invented(route: YahooRoute, url: URL, now: number): YahooReply {
  const symbol = symbolOf(route, url);
  const known = symbol !== DELISTED && symbol !== UNKNOWN;
  const period1 = Number(url.searchParams.get("period1"));
  const period2 = Number(url.searchParams.get("period2"));
  switch (route) {
    case "chart":
      return known
        ? { body: chartBody(symbol, period1, period2) }
        : { status: 404, body: unknownChart };
    case "quote":
      if (known) return { body: quoteBody(symbol, now) };
      return { body: symbol === DELISTED ? delistedQuote(symbol) : unknownQuote };
    case "summary":
      if (known) return { body: summaryBody(symbol, now) };
      if (symbol === DELISTED) return { body: delistedSummary(symbol) };
      return { status: 404, body: unknownSummary(symbol) };
    case "timeseries": {
      const types = url.searchParams.get("type")?.split(",") ?? [];
      return { body: timeseriesBody(known ? symbol : `^${symbol}`, types, period1, period2) };
    }
    default:
      return { body: searchBody(symbol, now) };
  }
}

function send(
  response: ServerResponse,
  { status = 200, headers = {}, body = "" }: YahooReply,
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}
