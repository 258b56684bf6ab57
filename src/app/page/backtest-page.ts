import type { BacktestReport } from "#core/backtest/backtest-report.ts";
import { sourceWords } from "#core/render/byline.ts";
import { counted } from "#core/render/counted.ts";
import { gainText, partText } from "#core/render/fractions.ts";
import { inventedWords } from "./invented-words.ts";
import { resultColumns } from "./result-columns.ts";
import { shownHold } from "./shown-hold.ts";
import { strategiesDocument } from "./strategies-document.ts";
import type { ResultColumn, Shown, StrategyPage } from "./strategy-page.ts";

const columns: readonly ResultColumn[] = [
  ...resultColumns(0),
  { title: "Exposure", of: ({ periods }) => periods[0]?.exposure ?? null, words: partText },
];

/**
 * A backtest as a page of its own: one file, which opens from a disk and asks for nothing.
 *
 * @throws DeskError `configuration` where the project's own sources cannot be found
 */
export function backtestPage(report: BacktestReport): Promise<string> {
  return strategiesDocument(pageOf(report));
}

function pageOf(report: BacktestReport): StrategyPage {
  const { bars, strategy, data, benchmark } = report;
  const shown: Shown = {
    name: strategy.name,
    model: null,
    colour: "0",
    rank: null,
    remark: null,
    deflatedSharpe: null,
    periods: [report.metrics],
    code: strategy.code,
    answer: null,
    warnings: report.warnings,
    trades: report.trades,
    open: report.open,
    equity: report.equity,
  };
  return {
    title: `${bars.symbol}: ${strategy.name} against buy and hold`,
    symbol: bars.symbol,
    kind: `${strategy.name} against buy and hold`,
    outcome: `The strategy returned ${gainText(report.metrics.totalReturn)}, buying and holding ${gainText(benchmark.metrics.totalReturn)}.`,
    currency: report.currency,
    source: data === null ? `file ${report.file ?? "unknown"}` : sourceWords(data),
    invented: data === null ? null : inventedWords(data),
    notices: data === null || data.notice === null ? [] : [data.notice],
    bars,
    split: null,
    rules: report.rules,
    periods: ["All bars"],
    judged: 0,
    columns,
    caption: `All ${counted(bars.dates.length, "bar", "bars")}, from ${bars.dates[0]} to ${bars.dates.at(-1)}.`,
    strategies: [shown],
    benchmark: shownHold([benchmark.metrics], benchmark.equity),
    benchmarkPlace: 1,
    shifts: [],
    pace: null,
    definitions: [],
    made: [`The strategy ran on ${report.engine}`],
  };
}
