import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bars, sliceBars } from "#core/backtest/bars.ts";
import type { StrategyRunner, StrategyTask } from "#core/backtest/strategy-runner.ts";
import { barsAt, rules } from "../core/backtest/bars-at.ts";

const FOREVER = "function execute_trade() { for (;;) {} }";
const STEADY = "function execute_trade() { return 1; }";

/** Buys and sells by chance, the hour and whatever it can see, and reads beyond what it should. */
const CURIOUS = `
  let calls = 0;
  function execute_trade(market, portfolio) {
    calls += 1;
    const { close, open, time } = market;
    const last = close.length - 1;
    const beyond = [close[last + 1], open[last + 1], time[last + 5]].filter((x) => x !== undefined);
    const size = Math.random() * (portfolio.cash + portfolio.equity) / close[last];
    const up = last > 0 && close[last] > close[last - 1];
    return (up ? size : -size) + beyond.length * 31338 + (Date.now() % 7) / 100 + calls / 1000;
  }`;

/** Forty bars that go up and down. */
export function wave(count = 40): Bars {
  const price = (bar: number) => 100 + 10 * Math.sin(bar) + bar / 10;
  return barsAt(Array.from({ length: count }, (_, bar) => [price(bar - 0.3), price(bar)] as const));
}

/** A strategy over those bars, with time enough. */
export function taskOf(code: string, changes: Partial<StrategyTask> = {}): StrategyTask {
  return { code, bars: wave(), rules: rules(), timeLimitMs: 5000, ...changes };
}

/** What every adapter of the port StrategyRunner holds to; `make` gives one that runs so many at once. */
export function describeStrategyRunner(
  name: string,
  make: (options?: { workers: number }) => StrategyRunner,
): void {
  describe(`${name} keeps the contract of StrategyRunner`, () => {
    let runner: StrategyRunner;
    beforeAll(() => {
      runner = make();
    });
    afterAll(() => runner.close());

    /** What a strategy throws on the last of some bars: how a test sees what it sees. */
    async function seenAt(bars: Bars, expression: string): Promise<unknown> {
      const code = `function execute_trade(market, portfolio) {
        if (market.close.length === ${bars.dates.length}) throw JSON.stringify(${expression});
        return 1;
      }`;
      const { warnings } = await runner.run(taskOf(code, { bars }));
      return JSON.parse(warnings[0]?.first.detail ?? "");
    }

    it("gives a number a bar, what ran it, and nothing to warn of", async () => {
      const run = await runner.run(taskOf(STEADY, { bars: wave(3) }));
      expect(run).toMatchObject({ shares: [0, 1, 2], costs: [0, 0, 0], trades: [], warnings: [] });
      expect(run.equity).toHaveLength(3);
      expect(run.open).toHaveLength(2);
      expect(run.engine).toMatch(/^\S+ \d+\.\d+\.\d+$/);
    });

    it("shows a strategy the bars up to now, in arrays, oldest first", async () => {
      const bars = barsAt([
        [10, 11],
        [12, 13],
      ]);
      expect(await seenAt(bars, "market")).toEqual({
        symbol: "TEST",
        time: [Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 2)],
        open: bars.open,
        high: bars.high,
        low: bars.low,
        close: bars.close,
        volume: bars.volume,
      });
      expect(await seenAt(bars, "Object.values(market).map(Array.isArray)")).toEqual([
        false,
        ...Array(6).fill(true),
      ]);
    });

    it("tells the day of a strategy's ruin, and asks it no more", async () => {
      const bars = barsAt([
        [10, 10],
        [10, 10],
        [10, 21],
        [21, 21],
      ]);
      const code = "function execute_trade({ close }) { return close.length > 2 ? null : -100; }";
      const run = await runner.run(taskOf(code, { bars, rules: rules({ allowShort: true }) }));
      expect(run).toMatchObject({ ruinedOn: "2024-01-03", equity: [1000, 1000, 0, 0] });
      expect(run.warnings).toEqual([]);
      expect((await runner.run(taskOf(code, { bars }))).ruinedOn).toBeNull();
    });

    it("does not take a strategy's own words for the engine's", async () => {
      const own = "own = (E) => Object.assign(new E('out of memory'), { name: 'InternalError' });";
      const code = `const ${own}
        function execute_trade({ close }) {
          if (close.length === 1) throw own(Error);
          if (close.length === 2) throw own(InternalError);
          try { (function deep() { deep(); })(); } catch (e) { if (close.length === 3) throw own(e.constructor); }
          return 1;
        }`;
      const run = await runner.run(taskOf(code, { bars: wave(5) }));
      const first = { date: "2024-01-01", detail: expect.stringContaining("out of memory") };
      expect(run.warnings).toEqual([{ kind: "threw", bars: 3, first }]);
    });

    it("shows a strategy what it has", async () => {
      const bars = barsAt([
        [10, 10],
        [10, 12],
      ]);
      expect(await seenAt(bars, "portfolio")).toEqual({ cash: 990, shares: 1, equity: 1002 });
    });

    it("lets a strategy keep what it likes from bar to bar, and nothing from run to run", async () => {
      const code =
        "let n = 0; globalThis.m ??= 0; function execute_trade() { m++; return (++n * m) / 8; }";
      const task = taskOf(code, { bars: wave(4) });
      expect((await runner.run(task)).shares).toEqual([0, 0.125, 0.625, 1.75]);
      expect((await runner.run(task)).shares).toEqual([0, 0.125, 0.625, 1.75]);
    });

    it("takes a constant that is a function too", async () => {
      const code = "const execute_trade = ({ close }) => (close.length === 1 ? 2 : 0);";
      expect((await runner.run(taskOf(code, { bars: wave(3) }))).shares).toEqual([0, 2, 2]);
    });

    it("gives the same run of the same strategy, with chance and clock in it", async () => {
      const [first, ...others] = await Promise.all(
        [1, 2, 3].map(() => runner.run(taskOf(CURIOUS))),
      );
      expect(first?.trades.length).toBeGreaterThan(5);
      for (const other of others) expect(other).toEqual(first);
    });

    it("tells the time of the bar, in UTC, and no other", async () => {
      const clock = `[Date.now(), new Date().toISOString(), new Date().getTimezoneOffset(),
        new Date(2024, 0, 2).getTime(), typeof performance]`;
      const time = Date.UTC(2024, 0, 2);
      const day = "2024-01-02T00:00:00.000Z";
      expect(await seenAt(wave(2), clock)).toEqual([time, day, 0, time, "undefined"]);
    });

    it("decides before any time the same, whether what comes later is cut off or another", async () => {
      const bars = wave();
      const whole = await runner.run(taskOf(CURIOUS, { bars }));
      const places = [1, 2, 7, 20, 39];
      await Promise.all(
        places.map(async (now) => {
          const later = (column: readonly number[]) =>
            column.map((price, bar) => (bar < now ? price : price * 3 + bar));
          const { open, high, low, close } = bars;
          const other = {
            ...bars,
            open: later(open),
            high: later(high),
            low: later(low),
            close: later(close),
          };
          const [cut, mixed] = await Promise.all([
            runner.run(taskOf(CURIOUS, { bars: sliceBars(bars, 0, now) })),
            runner.run(taskOf(CURIOUS, { bars: other })),
          ]);
          for (const column of ["equity", "shares", "costs"] as const) {
            expect(cut[column]).toEqual(whole[column].slice(0, now));
            expect(mixed[column].slice(0, now)).toEqual(cut[column]);
          }
        }),
      );
    });

    it.each([
      ["undefined", "undefined"],
      ["null", "null"],
      ["NaN", "NaN"],
      ["1 / 0", "Infinity"],
      ["'100'", "string"],
      ["true", "boolean"],
      ["10n", "bigint"],
      ["Symbol('q')", "symbol"],
      ["() => 5", "function"],
      ["[5]", "array"],
      ["Promise.resolve(5)", "promise"],
      ["{ valueOf: () => 5 }", "object"],
      ["new Number(5)", "object"],
      ["new Proxy({}, { get: () => 5 })", "object"],
    ])("takes %s for a hold, and counts it as %s", async (value, detail) => {
      const code = `function execute_trade({ close }) { return close.length > 1 ? (${value}) : 1; }`;
      const run = await runner.run(taskOf(code, { bars: wave(4) }));
      expect(run.shares).toEqual([0, 1, 1, 1]);
      expect(run.warnings).toEqual([
        { kind: "not_a_number", bars: 3, first: { date: "2024-01-02", detail } },
      ]);
    });

    it("takes a throw for a hold, and counts it with its words and its line", async () => {
      const code = `function execute_trade({ close }) {
        if (close.length > 2) throw new Error("no\\u001b[31m\\nmore");
        return 1;
      }`;
      const run = await runner.run(taskOf(code, { bars: wave(5) }));
      expect(run.shares).toEqual([0, 1, 2, 2, 2]);
      const first = { date: "2024-01-03", detail: "no more (line 2)" };
      expect(run.warnings).toEqual([{ kind: "threw", bars: 3, first }]);
    });

    it.each([
      ["syntax", "function execute_trade() {\n  return 1 +;\n}", /line 2/],
      ["no_function", "function trade() { return 1; }", /no function execute_trade/],
      ["no_function", "const execute_trade = 5;", /no function execute_trade/],
      ["asynchronous", "async function execute_trade() { return 1; }", /an async function/],
      ["asynchronous", "const execute_trade = async () => 1;", /an async function/],
      ["asynchronous", "function* execute_trade() { yield 1; }", /a generator/],
      ["threw", "let a = 1;\nnull.x;\nfunction execute_trade() {}", /before its first bar.*line 2/],
      [
        "threw",
        "function execute_trade() { return x; }",
        /on every bar, first on 2024-01-01: x is/,
      ],
      ["threw", "class execute_trade {}", /on every bar/],
      ["timeout", FOREVER, /longer than 0\.1 s/],
      ["memory", "const a = []; for (;;) a.push(new Array(1e6).fill(1))", /64 MiB/],
    ])("refuses with %s: %s", async (kind, code, words) => {
      const timeLimitMs = kind === "timeout" ? 100 : 5000;
      const refused = runner.run(taskOf(code, { timeLimitMs }));
      await expect(refused).rejects.toMatchObject({
        code: "strategy",
        message: expect.stringMatching(words),
        facts: { kind },
      });
    });

    it("runs the next one after one that was killed", async () => {
      const one = make({ workers: 1 });
      const outcomes = [taskOf(FOREVER, { timeLimitMs: 50 }), taskOf(STEADY)].map((task) =>
        one.run(task),
      );
      const [killed, next] = await Promise.allSettled(outcomes);
      await one.close();
      expect(killed).toMatchObject({ reason: { facts: { kind: "timeout" } } });
      expect(next).toMatchObject({ status: "fulfilled" });
    });

    it("ends with the reason of an abort, whether it runs or waits", async () => {
      const one = make({ workers: 1 });
      const [running, waiting] = [new AbortController(), new AbortController()];
      const outcomes = Promise.allSettled([
        one.run(taskOf(FOREVER), { signal: running.signal }),
        one.run(taskOf(STEADY), { signal: waiting.signal }),
        one.run(taskOf(STEADY), { signal: AbortSignal.abort("before") }),
        one.run(taskOf(STEADY)).finally(() => one.close()),
      ]);
      await one.warm(1);
      waiting.abort("while waiting");
      running.abort("while running");
      expect(await outcomes).toMatchObject([
        { reason: "while running" },
        { reason: "while waiting" },
        { reason: "before" },
        { value: { warnings: [] } },
      ]);
    });

    it("ends all when it is closed, and begins nothing more", async () => {
      const closing = make();
      const running = Promise.allSettled([closing.run(taskOf(FOREVER))]);
      await closing.warm(1);
      await closing.close();
      const closed = { reason: { code: "strategy", facts: { kind: "stopped" } } };
      expect(await running).toMatchObject([closed]);
      const later = [closing.run(taskOf(STEADY)), closing.warm(1)];
      expect(await Promise.allSettled<unknown>(later)).toMatchObject([closed, closed]);
    });
  });
}
