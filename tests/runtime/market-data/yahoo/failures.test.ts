import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { DeskError } from "#core/errors.ts";
import { createHttp } from "#runtime/http.ts";
import { createYahooMarketData } from "#runtime/market-data/yahoo/market-data.ts";
import { NOW, type YahooOverStub, yahooOverStub } from "../../../helpers/yahoo-market.ts";
import { startYahooStub, type YahooFault } from "../../../helpers/yahoo-stub.ts";

const query = { symbol: "AAPL", asOf: "2025-03-03", from: "2025-02-24" };

async function failure(work: Promise<unknown>): Promise<DeskError> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(thrown instanceof DeskError)) throw new Error(`expected a DeskError, got ${thrown}`);
  return thrown;
}

describe("an answer that limits or fails", () => {
  it("is asked for again after half a second, one and two, each spread a little", async () => {
    const { market, stub, waits } = await yahooOverStub();
    stub.fail({ status: 429, body: "Too Many Requests" }, { on: "chart", times: 3 });
    expect((await market.history(query)).candles).toHaveLength(6);
    expect(stub.counts.chart).toBe(4);
    for (const [index, usual] of [500, 1_000, 2_000].entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(usual * 0.75);
      expect(waits[index]).toBeLessThanOrEqual(usual * 1.25);
    }
  });

  it("is rate_limited after three further tries, and not kept: the next call asks again", async () => {
    const { market, stub } = await yahooOverStub();
    stub.fail({ status: 429 }, { on: "chart", times: 4 });
    expect(await failure(market.history(query))).toMatchObject({
      code: "rate_limited",
      facts: { status: 429, tries: 4 },
    });
    expect((await market.history(query)).candles).toHaveLength(6);
  });

  it.each([
    ["seconds", "7"],
    ["a date", new Date(NOW + 7_000).toUTCString()],
  ])("is asked for again when its Retry-After, in %s, says", async (_form, retryAfter) => {
    const { market, stub, waits } = await yahooOverStub();
    const headers = { "retry-after": retryAfter, date: new Date(NOW).toUTCString() };
    stub.fail({ status: 503, headers }, { on: "chart" });
    await market.history(query);
    expect(waits).toEqual([7_000]);
  });

  it("that asks for a long wait is given up at once, the wait told", async () => {
    const { market, stub, waits } = await yahooOverStub();
    stub.fail({ status: 429, headers: { "retry-after": "120" } }, { on: "chart" });
    const error = await failure(market.history(query));
    expect(error).toMatchObject({ code: "rate_limited", facts: { retryAfterSeconds: 120 } });
    expect(error.message).toContain("wait 120 s");
    expect(waits).toEqual([]);
  });

  const faults: readonly [string, YahooFault, number, string][] = [
    ["status 503 without end", { status: 503 }, 4, "upstream"],
    ["status 502", { status: 502, body: "<html>Bad Gateway</html>" }, 1, "upstream"],
    ["status 403", { status: 403, body: "Forbidden" }, 1, "upstream"],
    ["a redirect", { status: 302, headers: { location: "http://elsewhere.test/" } }, 1, "upstream"],
    ["HTML", { body: "<!doctype html><p>Will be right back" }, 1, "bad_response"],
    ["broken JSON", { body: '{"chart":{"result":[' }, 1, "bad_response"],
    ["another JSON", { body: { chart: { result: null, error: null } } }, 1, "bad_response"],
    [
      "a chart without meta",
      { body: { chart: { result: [{ timestamp: [1] }] } } },
      1,
      "bad_response",
    ],
  ];
  it.each(faults)("of %s", async (_name, fault, times, code) => {
    const { market, stub } = await yahooOverStub();
    stub.fail(fault, { on: "chart", times });
    const error = await failure(market.history(query));
    expect(error.code).toBe(code);
    expect(stub.counts.chart).toBe(times);
  });

  it("whose connection breaks is asked for once more", async () => {
    const { market, stub } = await yahooOverStub();
    stub.fail("reset", { on: "chart" });
    expect((await market.history(query)).candles).toHaveLength(6);
    stub.fail("reset", { on: "chart", times: 2 });
    expect(await failure(market.history(query))).toMatchObject({ code: "unreachable" });
  });

  it("that does not come by the deadline is a timeout", async () => {
    const { market, stub } = await yahooOverStub({ deadlineMs: 50 });
    stub.fail("hang", { on: "chart" });
    const error = await failure(market.history(query));
    expect(error.code).toBe("timeout");
    expect(error.message).toContain("/v8/finance/chart/AAPL");
  });

  it("that limits until the deadline is rate_limited, not a timeout", async () => {
    const { stub } = await yahooOverStub();
    const http = createHttp({ allowedHosts: ["127.0.0.1"] });
    onTestFinished(() => http.close());
    const market = createYahooMarketData({
      fetch: http.fetch,
      baseUrl: stub.url,
      clock: { now: () => NOW },
      deadlineMs: 100,
    });
    stub.fail({ status: 429, headers: { "retry-after": "9" } }, { on: "chart" });
    expect(await failure(market.history(query))).toMatchObject({ code: "rate_limited" });
  });

  it("of a host that refuses connections is unreachable, with the system's code", async () => {
    const { url, close } = await startYahooStub();
    await close();
    const http = createHttp({ allowedHosts: ["127.0.0.1"] });
    onTestFinished(() => http.close());
    const market = createYahooMarketData({
      fetch: http.fetch,
      baseUrl: url,
      clock: { now: () => NOW },
    });
    expect(await failure(market.history(query))).toMatchObject({
      code: "unreachable",
      facts: { code: "ECONNREFUSED", host: "127.0.0.1" },
    });
  });
});

describe("a symbol", () => {
  it.each(["ADH", "NOSUCH"])("%s that Yahoo does not know is unknown_symbol", async (symbol) => {
    const { market } = await yahooOverStub();
    const unknown = { ...query, symbol };
    for (const work of [market.history(unknown), market.quote(unknown), market.company(unknown)]) {
      const error = await failure(work);
      expect(error.code).toBe("unknown_symbol");
      expect(error.message).toContain(`"${symbol}"`);
    }
  });

  it.each(["AAPL?x=1", "../v7/finance", "AAPL/../MSFT", ""])(
    "%j that is none is refused before anything is asked",
    async (symbol) => {
      const { market, stub } = await yahooOverStub();
      expect(await failure(market.history({ ...query, symbol }))).toMatchObject({ code: "usage" });
      expect(stub.requests).toEqual([]);
    },
  );

  it.each(["BRK-B", "M&M.NS", "^GSPC", "BTC-USD", "EURUSD=X", "002032.SZ", "GC=F"])(
    "%s reaches Yahoo as it is",
    async (symbol) => {
      const { market } = await yahooOverStub();
      const asked = { ...query, symbol };
      expect((await market.history(asked)).candles.length).toBeGreaterThan(0);
      expect(await market.quote(asked)).toMatchObject({
        symbol,
        name: `${symbol} Invented Incorporated`,
      });
      expect((await market.company(asked)).profile?.name).toBe(`${symbol} Invented Incorporated`);
    },
  );
});

describe("a caller that is aborted", () => {
  it("stops waiting with its own reason, while another gets the answer", async () => {
    const { market, stub } = await yahooOverStub();
    stub.fail({ slowMs: 50 }, { on: "chart", times: 2 });
    const controller = new AbortController();
    const aborted = market.history(query, { signal: controller.signal });
    const patient = market.history(query);
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(aborted).rejects.toBe(reason);
    expect((await patient).candles).toHaveLength(6);
  });

  it("before it asks makes no request", async () => {
    const { market, stub } = await yahooOverStub();
    await market.history(query, { signal: AbortSignal.abort() }).catch(() => {});
    await delay(5);
    expect(stub.requests).toEqual([]);
  });
});

describe("the library", () => {
  const printed: unknown[] = [];

  beforeEach(() => {
    printed.length = 0;
    for (const name of ["log", "info", "warn", "error", "debug", "dir"] as const) {
      vi.spyOn(console, name).mockImplementation(
        (...args: unknown[]) => void printed.push([name, args]),
      );
    }
    for (const stream of [process.stdout, process.stderr]) {
      vi.spyOn(stream, "write").mockImplementation((chunk) => {
        printed.push(chunk);
        return true;
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  async function askAll({ market }: YahooOverStub, symbol: string): Promise<DeskError[]> {
    const asked = { ...query, symbol };
    const filing = { ...asked, kind: "income", period: "annual" } as const;
    const work = [
      market.history(asked),
      market.quote(asked),
      market.company(asked),
      market.statements(filing),
      market.news(asked),
    ];
    const settled = await Promise.allSettled(work);
    return settled.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
  }

  it("prints nothing when all goes well", async () => {
    const over = await yahooOverStub();
    expect(await askAll(over, "AAPL")).toEqual([]);
    expect(printed).toEqual([]);
  });

  it.each([
    ["an unknown symbol", "NOSUCH", null],
    ["a failing server", "AAPL", { status: 500, body: "no" }],
    ["a limit", "AAPL", { status: 429 }],
    ["HTML", "AAPL", { body: "<html>" }],
    ["a refused crumb", "AAPL", "invalid_crumb"],
    ["strange JSON", "AAPL", { body: { finance: { result: [{ surprise: true }] } } }],
    [
      "bars that do not match their times",
      "AAPL",
      {
        body: {
          chart: {
            result: [{ meta: {}, timestamp: [1, 2], indicators: { quote: [{ high: [1] }] } }],
          },
        },
      },
    ],
    [
      "lines without a period type",
      "AAPL",
      {
        body: {
          timeseries: {
            result: [
              {
                meta: { type: ["annualEBITDA"] },
                timestamp: [1],
                annualEBITDA: [{ asOfDate: "2024-12-31", reportedValue: { raw: 5 } }],
              },
            ],
          },
        },
      },
    ],
  ] satisfies [string, string, YahooFault | null][])(
    "prints nothing at %s, and no error tells the crumb or the cookie",
    async (_name, symbol, fault) => {
      const over = await yahooOverStub();
      if (fault !== null) {
        await over.market.quote(query);
        over.stub.fail(fault, { times: 100 });
      }
      const errors = await askAll(over, symbol);
      expect(printed).toEqual([]);
      expect(errors.length).toBeGreaterThan(0);
      for (const error of errors) {
        const told = `${error.message} ${JSON.stringify(error.facts)} ${String(error.cause)}`;
        expect(error).toBeInstanceOf(DeskError);
        expect(told).not.toMatch(/crumb\/|crumb=|cookie-\d|A3=/i);
      }
    },
  );
});
