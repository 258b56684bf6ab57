import type { Metrics } from "../../backtest/metrics.ts";
import { figure } from "../../figure.ts";
import { gainText, partText, ratioText } from "../../render/fractions.ts";
import { sparkline } from "../../render/sparkline.ts";
import { type Column, renderTable } from "../../render/table.ts";
import { tableCell } from "../../render/table-cell.ts";
import type { ContestResult, Measured, Standing } from "../contest.ts";

/** Of a small curve, in characters. */
const CURVE = 10;

const columns: readonly Column[] = [
  { title: "Rank, author", align: "left" },
  { title: "Equity", align: "left" },
  { title: "Sharpe", align: "right" },
  { title: "Return", align: "right" },
  { title: "CAGR", align: "right" },
  { title: "Max DD", align: "right" },
  { title: "Trades", align: "right" },
];
const DEFLATED: Column = { title: "DSR", align: "right" };

/** All strategies with figures in one period: the ranked best first, buying and holding beneath them. */
export function rankingTable(
  { entries, standings, benchmark, bars, split }: ContestResult,
  period: Exclude<keyof Measured, "whole">,
): string {
  const place = bars.dates.indexOf(split);
  const [from, to] = period === "inSample" ? [0, place] : [place, bars.dates.length];
  const isRanking = period === "outOfSample";
  const row = (head: string, equity: readonly number[], metrics: Metrics) => [
    head,
    sparkline(equity.slice(from, to), CURVE),
    ...cells(metrics),
  ];
  const rowOf = ({ author, rank, deflatedSharpe }: Standing) => {
    const entry = entries.find((one) => one.author === author);
    const metrics = entry?.measured?.[period];
    if (entry === undefined || metrics === undefined) return [];
    const head = `${rank === null ? "–" : `${rank}.`} ${tableCell(author)}`;
    const deflated = isRanking ? [ratioText(deflatedSharpe)] : [];
    return [[...row(head, entry.equity, metrics), ...deflated]];
  };
  return renderTable(isRanking ? [...columns, DEFLATED] : columns, [
    ...standings.filter(({ rank }) => rank !== null).flatMap(rowOf),
    row("Yardstick: buy and hold", benchmark.equity, benchmark[period]),
    ...standings.filter(({ rank }) => rank === null).flatMap(rowOf),
  ]);
}

function cells({ sharpe, totalReturn, cagr, maxDrawdown, trades }: Metrics): string[] {
  return [
    ratioText(sharpe),
    gainText(totalReturn),
    gainText(cagr),
    partText(maxDrawdown),
    figure(trades, "count"),
  ];
}
