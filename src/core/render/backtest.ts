import type { BacktestReport } from "../backtest/backtest-report.ts";
import { figure } from "../figure.ts";
import { backtestTrades } from "./backtest-trades.ts";
import { bullets } from "./bullets.ts";
import { DISCLAIMER, sourceWords } from "./byline.ts";
import { counted } from "./counted.ts";
import { inline } from "./inline.ts";
import { SHARPE_IN_WORDS } from "./measures.ts";
import { metricsTable } from "./metrics-table.ts";
import { printable } from "./printable.ts";
import { rulesInWords } from "./rules-in-words.ts";
import { sparkline } from "./sparkline.ts";
import { renderTable } from "./table.ts";

/** A backtest as Markdown that is also readable as it is, safe to print on a terminal. */
export function renderBacktest(report: BacktestReport): string {
  const { strategy, bars, data, metrics, benchmark, currency, warnings } = report;
  const notice = data?.notice ?? null;
  const sections = [
    ...(notice === null ? [] : [`> **${inline(notice)}**`]),
    `# ${inline(bars.symbol)}: backtest of ${inline(strategy.name)}`,
    subheading(report),
    rulesInWords(report.rules, currency),
    `## Equity\n\n${equityTable(report)}`,
    `## Measures\n\n${metricsTable(metrics, benchmark.metrics, currency)}\n\nThe Sharpe ratio is the ${SHARPE_IN_WORDS}. docs/backtesting.md defines every figure.`,
    `## Trades\n\n${backtestTrades(report)}`,
    ...(warnings.length === 0 ? [] : [`## Warnings\n\n${bullets(warnings)}`]),
    `*${[DISCLAIMER, ...(notice === null ? [] : [inline(notice)])].join(" ")}*`,
  ];
  return `${printable(sections.join("\n\n"))}\n`;
}

function subheading({ bars: { dates }, data, file, engine }: BacktestReport): string {
  const source = data === null ? `file ${inline(file ?? "unknown")}` : sourceWords(data);
  const period = `${dates[0]} to ${dates.at(-1)}, ${counted(dates.length, "bar", "bars")}`;
  return `${period} · data: ${source} · run by ${inline(engine)}`;
}

const CURVE = 48;

/** Each curve from its own lowest value to its highest. */
function equityTable({ equity, benchmark, currency }: BacktestReport): string {
  const amount = (value: number | undefined) =>
    value === undefined ? "unknown" : figure(value, "currency", currency);
  const row = (name: string, curve: readonly number[]) => [
    name,
    sparkline(curve, CURVE),
    amount(curve.at(-1)),
  ];
  return renderTable(
    [
      { title: "", align: "left" },
      { title: "Curve, each in a scale of its own", align: "left" },
      { title: "At the end", align: "right" },
    ],
    [row("Strategy", equity), row("Buy and hold", benchmark.equity)],
  );
}
