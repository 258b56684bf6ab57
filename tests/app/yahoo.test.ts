import { describe, expect, it, onTestFinished } from "vitest";
import type { Clock } from "#core/ports.ts";
import { analysisResultSchema } from "#core/result.ts";
import { cli } from "../helpers/cli.ts";
import { recordedAnswer, recordingsExist } from "../helpers/yahoo-recordings.ts";
import { startYahooStub, type YahooStubOptions } from "../helpers/yahoo-stub.ts";

async function stub(options: YahooStubOptions = {}) {
  const yahoo = await startYahooStub(options);
  onTestFinished(() => yahoo.close());
  return yahoo;
}

function clockFrom(time: string): Clock {
  const start = Date.parse(time) - performance.now();
  return { now: () => start + performance.now() };
}

describe("analyze over Yahoo", () => {
  it("asks for each resource once, whatever the number of analysts that need it", async () => {
    const yahoo = await stub();
    const env = { YAHOO_BASE_URL: yahoo.url };
    const { code, stdout } = await cli(["analyze", "AAPL", "--json"], { env });
    expect(code).toBe(0);
    const { data, requests, reports } = analysisResultSchema.parse(JSON.parse(stdout));
    expect(data).toEqual({ source: "yahoo", synthetic: false, notice: null });
    expect(reports).toHaveLength(6);
    const asked = yahoo.requests.filter((path) => !/getcrumb|^\/quote\//.test(path));
    expect(new Set(asked).size).toBe(asked.length);
    expect(requests.upstream).toBe(asked.length);
    expect(yahoo.counts).toMatchObject({ page: 1, crumb: 1, quote: 1, summary: 1, search: 1 });
  });

  it("says nothing of synthetic data", async () => {
    const yahoo = await stub();
    const { stdout, stderr } = await cli(["analyze", "AAPL"], {
      env: { YAHOO_BASE_URL: yahoo.url },
    });
    expect(stdout).toContain("data: Yahoo Finance");
    expect(stdout + stderr).not.toMatch(/synthetic/i);
  });

  it.each(["ADH", "NOSUCH"])("ends with an error for the unknown ticker %s", async (ticker) => {
    const yahoo = await stub();
    const { code, stdout, stderr } = await cli(["analyze", ticker], {
      env: { YAHOO_BASE_URL: yahoo.url },
    });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(ticker);
    expect(stderr).not.toMatch(/synthetic/i);
  });

  it("goes on when the session is refused once", async () => {
    const yahoo = await stub();
    yahoo.fail("invalid_crumb", { on: "summary", times: 1 });
    const { code } = await cli(["analyze", "AAPL"], { env: { YAHOO_BASE_URL: yahoo.url } });
    expect(code).toBe(0);
    expect(yahoo.counts.crumb).toBe(2);
  });

  it("reports what it has when one resource is broken, and names what failed", async () => {
    const yahoo = await stub();
    yahoo.fail({ status: 200, body: "<html>no</html>" }, { on: "search", times: 99 });
    const { code, stdout } = await cli(["analyze", "AAPL"], { env: { YAHOO_BASE_URL: yahoo.url } });
    expect(code).toBe(0);
    expect(stdout).toContain("get_news(AAPL) failed");
  });

  it("is partial, with exit code 3, when an analyst has nothing to go by", async () => {
    const yahoo = await stub();
    for (const on of ["quote", "summary", "timeseries"] as const) {
      yahoo.fail({ status: 200, body: "<html>no</html>" }, { on, times: 99 });
    }
    const { code, stdout } = await cli(["analyze", "AAPL", "--json"], {
      env: { YAHOO_BASE_URL: yahoo.url },
    });
    expect(code).toBe(3);
    const { gaps, reports, decision } = analysisResultSchema.parse(JSON.parse(stdout));
    expect(gaps).toMatchObject([{ analyst: "fundamentals", reason: "no_data" }]);
    expect(reports).toHaveLength(5);
    expect(decision?.confidence).toBeLessThanOrEqual(0.79);
  });

  it("withholds what is known only now from a run as of a past day", async () => {
    const yahoo = await stub();
    const { code, stdout } = await cli(["analyze", "AAPL", "--json", "--as-of", "2025-06-30"], {
      env: { YAHOO_BASE_URL: yahoo.url },
    });
    expect(code).toBe(0);
    const { facts, reports } = analysisResultSchema.parse(JSON.parse(stdout));
    expect(facts.length).toBeGreaterThan(20);
    const late = facts.filter(({ availableAt }) => (availableAt ?? "").slice(0, 10) > "2025-06-30");
    expect(late).toEqual([]);
    expect(reports.flatMap(({ notices }) => notices).join("\n")).toContain("withheld");
  });
});

const title = recordingsExist
  ? "analyze over Yahoo's recorded answers"
  : "analyze over Yahoo's recorded answers (skipped: ../shared/data/yahoo is not there)";

describe.skipIf(!recordingsExist)(title, () => {
  // The invented chart stands in where nothing was recorded: the indexes and the sector fund.
  const now = "2025-02-20T18:00:00Z";

  it.each([
    ["AAPL", 0, "Apple Inc."],
    ["QQQ", 0, "Invesco QQQ Trust"],
    ["BTC-USD", 0, "Bitcoin USD"],
  ])("reports on %s", async (ticker, exit, name) => {
    const yahoo = await stub({ now: Date.parse(now), answer: recordedAnswer });
    const { code, stdout } = await cli(["analyze", ticker, "--json"], {
      env: { YAHOO_BASE_URL: yahoo.url },
      clock: clockFrom(now),
    });
    expect(code).toBe(exit);
    const { facts, reports } = analysisResultSchema.parse(JSON.parse(stdout));
    expect(facts.find(({ path }) => path === "quote.name")?.value).toContain(name);
    const average = facts.find(({ path }) => path === "sma_200");
    expect(average).toMatchObject({ value: null, note: /needs 200 bars, has \d+/ });
    expect(reports.flatMap(({ notices }) => notices).join("\n")).toContain("stale prices");
    for (const { value } of facts) {
      expect(typeof value === "number" ? Number.isFinite(value) : true).toBe(true);
    }
  });

  it("does not know ADH", async () => {
    const yahoo = await stub({ now: Date.parse(now), answer: recordedAnswer });
    const { code, stdout, stderr } = await cli(["analyze", "ADH"], {
      env: { YAHOO_BASE_URL: yahoo.url },
      clock: clockFrom(now),
    });
    expect(code).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("ADH");
  });
});
