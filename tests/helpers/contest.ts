import { streamOptions, streamRun } from "#app/stream-run.ts";
import { type Bars, barsOf } from "#core/backtest/bars.ts";
import type { RunEvent } from "#core/event.ts";
import { createStrategiesGraph } from "#graphs/strategies/graph.ts";
import type { StrategiesPorts } from "#graphs/strategies/ports.ts";
import type { StrategiesStateValue } from "#graphs/strategies/state.ts";
import { systemClock } from "#runtime/clock.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createStrategyRunner } from "#runtime/sandbox/strategy-runner.ts";
import { readStrategy } from "#runtime/strategy-code/read-strategy.ts";
import { type Script, ScriptedModel } from "./scripted-model.ts";

/** A strategy in a model's answer. */
export function answerWith(body: string): string {
  return `An idea.\n\n\`\`\`js\n${body}\n\`\`\`\n`;
}

/** Buys ten shares and sells them again, for ever. */
export const FLIPPER = `function execute_trade(market, portfolio) {
  return portfolio.shares > 0 ? -10 : 10;
}`;

/** Three years of bars of the demo market, the same for every test. */
export async function demoBars(symbol = "AAPL"): Promise<Bars> {
  const query = { symbol, from: "2023-11-20", asOf: "2026-11-20" };
  return barsOf(await createDemoMarketData().history(query));
}

/** One for all tests: it takes longer to start than to use. It keeps no process from ending. */
const runner = createStrategyRunner({ workers: 2 });

/** The ports of a contest over the demo market in which models answer by script, in the real sandbox. */
export function contestPorts(
  scripts: Readonly<Record<string, Script>>,
  others: Partial<StrategiesPorts> = {},
) {
  const models = new Map(
    Object.entries(scripts).map(([name, script]) => [name, new ScriptedModel(script)]),
  );
  const ports: StrategiesPorts = {
    readBars: async ({ symbol }) => ({
      bars: await demoBars(symbol),
      currency: "USD",
      data: { source: "demo", synthetic: true, notice: "SYNTHETIC DATA: for a test." },
      warnings: [],
    }),
    model(name) {
      const model = models.get(name);
      if (model === undefined) throw new Error(`no script for ${name}`);
      return model;
    },
    readStrategy,
    runner,
    prepare: (authors) => runner.warm(authors),
    clock: systemClock,
    timeLimitMs: 2_000,
    ...others,
  };
  return { ports, models };
}

/** Holds a contest and gives its last state and what it has told. */
export async function holdContest(
  ports: StrategiesPorts,
  models: readonly string[],
  onEvent: (event: RunEvent) => void = () => {},
) {
  const events: RunEvent[] = [];
  const signal = new AbortController().signal;
  const state = await streamRun<StrategiesStateValue>(
    () =>
      createStrategiesGraph(ports).stream(
        { ticker: "AAPL", models: [...models], asOf: "2026-11-20", minTrades: 1 },
        streamOptions({ signal, text: false }),
      ),
    {
      journal: {
        record(event) {
          events.push(event);
          onEvent(event);
        },
      },
      clock: ports.clock,
      signal,
      secrets: [],
    },
  );
  return { state, events };
}
