import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { BacktestReport } from "#core/backtest/backtest-report.ts";
import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import { createStrategyRunner } from "#runtime/sandbox/strategy-runner.ts";
import { requireFilePlace, writeWhole } from "#runtime/write-whole.ts";
import { readBytes } from "../read-bytes.ts";
import { type AskedBars, readBacktestBars, type Surroundings } from "./backtest-bars.ts";
import { runBacktest } from "./run-backtest.ts";

/** A backtest as it is asked for. */
export interface AskedBacktest extends AskedBars {
  /** The strategy's file. */
  readonly strategy: string;
  readonly rules: ExecutionRules;
  /** How long the strategy may take over all bars. */
  readonly timeLimitMs: number;
  /** Where the report is written as a page; null for nowhere. */
  readonly html: string | null;
}

/**
 * Reads a strategy and bars, runs the one over the other, and writes the page that was asked for.
 *
 * @throws DeskError `usage` for files that cannot be read, `strategy` where it cannot be run, `storage`
 *   where the page cannot be written, and as {@link readBacktestBars} does
 */
export async function performBacktest(
  { strategy: path, rules, timeLimitMs, html, ...asked }: AskedBacktest,
  surroundings: Surroundings,
): Promise<BacktestReport> {
  if (html !== null) await requireFilePlace(html);
  const strategy = { name: basename(path), code: await codeIn(path) };
  const runner = createStrategyRunner({ workers: 1 });
  try {
    const [bars] = await Promise.all([readBacktestBars(asked, surroundings), runner.warm(1)]);
    const task = { ...bars, strategy, rules, timeLimitMs };
    const report = await runBacktest(task, runner, surroundings.signal);
    if (html !== null) {
      const { backtestPage } = await import("../page/backtest-page.ts");
      await writeWhole(html, await backtestPage(report));
    }
    return report;
  } finally {
    await runner.close();
  }
}

const LIMIT = { most: 1_048_576, tooLarge: "that is no strategy." };

async function codeIn(path: string): Promise<string> {
  return new TextDecoder().decode(await readBytes(`"${path}"`, createReadStream(path), LIMIT));
}
