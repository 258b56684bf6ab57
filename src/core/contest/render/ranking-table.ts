import type { Metrics } from "../../backtest/metrics.ts";
import { figure } from "../../figure.ts";
import { gainText, partText, ratioText } from "../../render/fractions.ts";
import { sparkline } from "../../render/sparkline.ts";
import { type Column, renderTable } from "../../render/table.ts";
import { tableCell } from "../../render/table-cell.ts";
import type { ContestResult, Measured } from "../contest.ts";
import { type Placed, placedIn } from "./placed.ts";

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
  result: ContestResult,
  period: Exclude<keyof Measured, "whole">,
): string {
  const { benchmark, bars, split } = result;
  const place = bars.dates.indexOf(split);
  const [from, to] = period === "inSample" ? [0, place] : [place, bars.dates.length];
  const isRanking = period === "outOfSample";
  const row = (head: string, equity: readonly number[], metrics: Metrics) => [
    head,
    sparkline(equity.slice(from, to), CURVE),
    ...cells(metrics),
  ];
  const rowOf = ({ entry, standing: { rank, deflatedSharpe } }: Placed) => {
    const metrics = entry.measured?.[period];
    if (metrics === undefined) return [];
    const head = `${rank === null ? "–" : `${rank}.`} ${tableCell(entry.author)}`;
    const deflated = isRanking ? [ratioText(deflatedSharpe)] : [];
    return [[...row(head, entry.equity, metrics), ...deflated]];
  };
  const placed = placedIn(result);
  return renderTable(isRanking ? [...columns, DEFLATED] : columns, [
    ...placed.filter(({ standing }) => standing.rank !== null).flatMap(rowOf),
    row("Yardstick: buy and hold", benchmark.equity, benchmark[period]),
    ...placed.filter(({ standing }) => standing.rank === null).flatMap(rowOf),
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
