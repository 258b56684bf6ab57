import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDays, type Day, isDay } from "#core/day.ts";
import type { Access, MarketData, ReadOptions } from "#core/ports.ts";
import { statementKinds, statementLines, statementPeriods } from "#core/statement.ts";
import { isTimeZone } from "#core/zoned-time.ts";

/** A fresh adapter and what may be asked of it. */
export interface MarketDataUnderTest {
  readonly market: MarketData;
  readonly asOf: Day;
  /** A company that has prices, statements and news. */
  readonly symbol: string;
  readonly indexSymbol: string;
  readonly close: () => void | Promise<void>;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

/** What every adapter of the port MarketData holds to; `make` is asked for a fresh one each test. */
export function describeMarketData(
  name: string,
  make: () => MarketDataUnderTest | Promise<MarketDataUnderTest>,
): void {
  describe(`${name} keeps the contract of MarketData`, () => {
    let subject: MarketDataUnderTest;
    beforeEach(async () => {
      subject = await make();
    });
    afterEach(() => subject.close());

    it("gives ascending days, each once, from `from` to `asOf`", async () => {
      const { market, symbol, asOf } = subject;
      const from = addDays(asOf, -90);
      const history = await market.history({ symbol, asOf, from });
      const days = history.candles.map((candle) => candle.date);
      expect(history.symbol).toBe(symbol);
      expect(days.length).toBeGreaterThan(0);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days.every((day) => isDay(day) && from <= day && day <= asOf)).toBe(true);
    });

    it("gives bars of positive prices whose low and high enclose open and close", async () => {
      const { candles } = await subject.market.history(historyOf(subject));
      for (const { open, high, low, close, adjustedClose, volume } of candles) {
        for (const price of [open, high, low, close, adjustedClose]) {
          expect(price).toBeGreaterThan(0);
          expect(price).toBeLessThan(Number.POSITIVE_INFINITY);
        }
        expect(low).toBeLessThanOrEqual(Math.min(open, close) * (1 + ROUNDING));
        expect(high).toBeGreaterThanOrEqual(Math.max(open, close) * (1 - ROUNDING));
        expect(volume).toBeGreaterThanOrEqual(0);
      }
    });

    it("says when the exchange's day ends, and which splits are in the prices", async () => {
      for (const symbol of [subject.symbol, subject.indexSymbol]) {
        const history = await subject.market.history(historyOf({ ...subject, symbol }));
        expect(isTimeZone(history.timeZone ?? "")).toBe(true);
        expect(history.closesAt).toMatch(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
        const days = history.splits.map(({ date }) => date);
        expect(days).toEqual([...days].sort());
        for (const { date, ratio } of history.splits) {
          expect(isDay(date)).toBe(true);
          expect(ratio).toBeGreaterThan(0);
        }
      }
    });

    it("gives a quote of the symbol asked for, with a price and the time it was known", async () => {
      const { market, symbol, asOf } = subject;
      const quote = await market.quote({ symbol, asOf });
      expect(quote.symbol).toBe(symbol);
      expect(quote.price).toBeGreaterThan(0);
      expect(quote.availableAt).toMatch(INSTANT);
    });

    it("gives the company of the symbol asked for, with nothing withheld", async () => {
      const { market, symbol, asOf } = subject;
      const company = await market.company({ symbol, asOf });
      expect(company.symbol).toBe(symbol);
      expect(company.profile).not.toBeNull();
      expect(company.withheld).toEqual([]);
      expect(company.availableAt).toMatch(INSTANT);
    });

    it("gives statements newest first, public only after their period's end", async () => {
      const { market, symbol, asOf } = subject;
      for (const kind of statementKinds) {
        for (const period of statementPeriods) {
          const statements = await market.statements({ symbol, asOf, kind, period });
          const ends = statements.map((statement) => statement.periodEnd);
          expect(ends.length).toBeGreaterThan(0);
          expect(ends).toEqual([...new Set(ends)].sort().reverse());
          for (const statement of statements) {
            expect(statement).toMatchObject({ kind, period });
            expect(statement.availableAt).toMatch(INSTANT);
            expect(statement.availableAt.slice(0, 10) > statement.periodEnd).toBe(true);
            expect(Object.keys(statement.lines).sort()).toEqual([...statementLines[kind]].sort());
          }
        }
      }
    });

    it("gives no statements for an index", async () => {
      const { market, indexSymbol, asOf } = subject;
      for (const kind of statementKinds) {
        for (const period of statementPeriods) {
          const query = { symbol: indexSymbol, asOf, kind, period };
          expect(await market.statements(query)).toEqual([]);
        }
      }
    });

    it("gives news newest first, each with a title", async () => {
      const { market, symbol, asOf } = subject;
      const news = await market.news({ symbol, asOf });
      const times = news.map((item) => Date.parse(item.publishedAt));
      expect(news.length).toBeGreaterThan(0);
      expect(news.every((item) => item.title.trim() !== "")).toBe(true);
      expect(news.every((item) => INSTANT.test(item.publishedAt))).toBe(true);
      expect(times).toEqual([...times].sort((a, b) => b - a));
    });

    it("writes what it does not know as null: no undefined, no NaN", async () => {
      for (const symbol of [subject.symbol, subject.indexSymbol]) {
        for (const { method, ask } of questions({ ...subject, symbol })) {
          expect(unwritable(await ask({}), method)).toEqual([]);
        }
      }
    });

    it("answers the same query twice with equal data, the first answer left as it was", async () => {
      for (const { ask } of questions(subject)) {
        const first = await ask({});
        const copy = structuredClone(first);
        expect(await ask({})).toEqual(copy);
        expect(first).toEqual(copy);
      }
    });

    it("tells onAccess of the resources that a first read took", async () => {
      const accesses: Access[] = [];
      await subject.market.history(historyOf(subject), { onAccess: (one) => accesses.push(one) });
      expect(new Set(accesses)).toEqual(new Set(["upstream"]));
    });

    it("rejects with the reason of a signal that is aborted", async () => {
      const reason = new Error("stopped by the caller");
      for (const { ask } of questions(subject)) {
        await expect(ask({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      }
    });
  });
}

/** Yahoo sends prices as 32-bit floats, so that a close may pass its high in the last digit. */
const ROUNDING = 1e-6;

function historyOf({ symbol, asOf }: MarketDataUnderTest) {
  return { symbol, asOf, from: addDays(asOf, -365) };
}

function questions(subject: MarketDataUnderTest) {
  const { market, symbol, asOf } = subject;
  const query = { symbol, asOf };
  const filing = { ...query, kind: "income", period: "annual" } as const;
  const ask: Record<string, (options: ReadOptions) => Promise<unknown>> = {
    history: (options) => market.history(historyOf(subject), options),
    quote: (options) => market.quote(query, options),
    company: (options) => market.company(query, options),
    statements: (options) => market.statements(filing, options),
    news: (options) => market.news(query, options),
  };
  return Object.entries(ask).map(([method, asked]) => ({ method, ask: asked }));
}

/** The paths of all values that JSON could not carry as they are. */
function unwritable(value: unknown, path: string): string[] {
  if (value === null || typeof value === "string" || typeof value === "boolean") return [];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [path];
  if (typeof value !== "object") return [path];
  return Object.entries(value).flatMap(([key, part]) => unwritable(part, `${path}.${key}`));
}
