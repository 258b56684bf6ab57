import type { OpenLot, Trade } from "#core/backtest/backtest-run.ts";
import type { Day } from "#core/day.ts";
import { printable } from "#core/render/printable.ts";
import { short, shortened } from "./short-figures.ts";
import type { StrategyPage } from "./strategy-page.ts";

/** A trade in few characters; dates are places of bars. Without an exit it is still held. */
export type Deal = readonly [
  entry: number,
  exit: number | null,
  entryPrice: number,
  exitPrice: number | null,
  shares: number,
  profit: number,
];

/** A curve of the charts and what it came from. */
export interface Curve {
  readonly name: string;
  /** Its colour's name: `--line-0` to `--line-7`, and `--line-hold`. */
  readonly colour: string;
  readonly equity: readonly number[];
  readonly deals: readonly Deal[];
}

/** What the page's script works on. */
export interface ChartData {
  readonly currency: string | null;
  readonly cash: number;
  readonly dates: readonly Day[];
  readonly open: readonly number[];
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly close: readonly number[];
  /** The place of the first bar out of sample; null where periods are not told apart. */
  readonly split: number | null;
  /** A strategy's place here is its place in the page; buying and holding comes last. */
  readonly curves: readonly Curve[];
}

/** What a page's charts are drawn from, short enough to be sent along. */
export function chartData({ bars, ...page }: StrategyPage): ChartData {
  const places = new Map(bars.dates.map((date, place) => [date, place]));
  return {
    currency: page.currency,
    cash: page.rules.cash,
    dates: bars.dates,
    open: short(bars.open),
    high: short(bars.high),
    low: short(bars.low),
    close: short(bars.close),
    split: page.split === null ? null : (places.get(page.split) ?? null),
    curves: [...page.strategies, page.benchmark].map(({ name, colour, equity, trades, open }) => ({
      name: printable(name),
      colour,
      equity: short(equity),
      deals: dealsOf(trades, open, places),
    })),
  };
}

function dealsOf(
  trades: readonly Trade[],
  open: readonly OpenLot[],
  places: ReadonlyMap<Day, number>,
): Deal[] {
  const placeOf = (date: Day) => places.get(date) ?? 0;
  return [
    ...trades.map((trade): Deal => {
      const { entryDate, exitDate, entryPrice, exitPrice, shares, profit } = trade;
      const prices = [entryPrice, exitPrice, shares, profit].map(shortened);
      const [paid = 0, had = 0, count = 0, gain = 0] = prices;
      return [placeOf(entryDate), placeOf(exitDate), paid, had, count, gain];
    }),
    ...open.map(({ entryDate, entryPrice, shares, profit }): Deal => {
      return [
        placeOf(entryDate),
        null,
        shortened(entryPrice),
        null,
        shortened(shares),
        shortened(profit),
      ];
    }),
  ];
}
