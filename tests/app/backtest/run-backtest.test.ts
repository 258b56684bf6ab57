import { describe, expect, it } from "vitest";
import { runBacktest } from "#app/backtest/run-backtest.ts";
import { backtest } from "#core/backtest/engine.ts";
import type { StrategyRunner, StrategyTask } from "#core/backtest/strategy-runner.ts";
import { DeskError } from "#core/errors.ts";
import { barsAt, rules } from "../../core/backtest/bars-at.ts";

const bars = barsAt([
  [10, 10],
  [10, 11],
  [12, 12],
]);
const task = {
  strategy: { name: "my.js", code: "export function execute_trade() { return 10; }" },
  data: null,
  file: "acme.csv",
  currency: null,
  bars,
  rules: rules(),
  timeLimitMs: 5_000,
  warnings: ["One row was left out."],
};

/** Buys ten at every close, whatever the code says. */
function fakeRunner(asked: StrategyTask[] = []): StrategyRunner {
  return {
    async run(one, { signal } = {}) {
      signal?.throwIfAborted();
      asked.push(one);
      const first = { date: one.bars.dates[2] ?? "", detail: "undefined" };
      const warnings = [{ kind: "not_a_number", bars: 1, first }] as const;
      return { ...backtest(one.bars, one.rules, () => 10), warnings, engine: "fake 1.0" };
    },
    warm: async () => {},
    close: async () => {},
  };
}

const { signal } = new AbortController();

describe("a backtest", () => {
  it("runs the checked code over the bars, by the rules and within the time given", async () => {
    const asked: StrategyTask[] = [];
    const { strategy } = await runBacktest(task, fakeRunner(asked), signal);
    expect(asked).toEqual([{ code: strategy.code, bars, rules: rules(), timeLimitMs: 5_000 }]);
    expect(strategy.code).not.toContain("export");
  });

  it("reports run, measures and buy and hold, and what it was made of", async () => {
    const report = await runBacktest(task, fakeRunner(), signal);
    expect(report).toMatchObject({
      file: "acme.csv",
      data: null,
      engine: "fake 1.0",
      equity: [1_000, 1_010, 1_020],
      metrics: { finalEquity: 1_020, trades: 0 },
      benchmark: { equity: [1_000, 1_100, 1_200], metrics: { finalEquity: 1_200 } },
      open: [{ shares: 10 }, { shares: 10 }],
    });
  });

  it("tells what is amiss with the data, then with the code, then with the run", async () => {
    const { warnings } = await runBacktest(task, fakeRunner(), signal);
    expect(warnings).toEqual([
      "One row was left out.",
      expect.stringContaining("Exports"),
      "On 1 of 3 bars the strategy gave no finite number, which is a hold; first on 2024-01-03: undefined",
    ]);
  });

  it("does not run code that cannot be a strategy", async () => {
    const asked: StrategyTask[] = [];
    const broken = { ...task, strategy: { name: "my.js", code: "function execute_trade( {" } };
    const error = await runBacktest(broken, fakeRunner(asked), signal).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(DeskError);
    expect(error.code).toBe("strategy");
    expect(asked).toEqual([]);
  });

  it("ends with the reason of its signal", async () => {
    const reason = new Error("enough");
    await expect(runBacktest(task, fakeRunner(), AbortSignal.abort(reason))).rejects.toBe(reason);
  });
});
