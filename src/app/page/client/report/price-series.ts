import {
  type CandlestickData,
  HistogramSeries,
  type IChartApi,
  type ISeriesApi,
  LineSeries,
  LineStyle,
  type SeriesMarker,
  type SeriesType,
  type Time,
} from "lightweight-charts";
import type { Day } from "#core/day.ts";
import type { CitedIndicator, DecisionMark, PriceChart } from "../../run-page.ts";
import { moneyAxis } from "../axes.ts";
import type { Colours } from "../colours.ts";
import { markWords } from "./decision-words.ts";

/** Colours that indicators have; more of them begin again. */
const COLOURS = 8;

/** What an indicator's colour is called by its place among all. */
export function colourOf(place: number): string {
  return String(place % COLOURS);
}

export function candlesOf({ dates, open, high, low, close }: PriceChart): CandlestickData<Time>[] {
  return dates.map((time, bar) => ({
    time,
    open: open[bar] ?? 0,
    high: high[bar] ?? 0,
    low: low[bar] ?? 0,
    close: close[bar] ?? 0,
  }));
}

/** A column with gaps where nothing is known. */
export function pointsIn(dates: readonly Day[], values: readonly (number | null)[]) {
  return values.map((value, bar) => {
    const time = dates[bar] ?? "";
    return value === null ? { time } : { time, value };
  });
}

/** An indicator that has been added to a chart. */
export interface AddedIndicator {
  readonly series: readonly ISeriesApi<SeriesType>[];
  /** @param color its own @param quiet of what readers compare it with */
  paint(color: string, quiet: string): void;
}

/**
 * Adds an indicator's lines to a pane: the first thick, the others thinner, and what readers compare it
 * with as dotted lines. It has no colours before it is painted.
 */
export function addIndicator(
  chart: IChartApi,
  { label, lines, guides, pane }: CitedIndicator,
  dates: readonly Day[],
  at: number,
): AddedIndicator {
  const look = {
    priceLineVisible: false,
    lastValueVisible: false,
    priceFormat: moneyAxis,
    crosshairMarkerVisible: false,
  };
  const added = lines.map(({ drawn, values }, place) => {
    const main = place === 0;
    const series =
      drawn === "bars"
        ? chart.addSeries(HistogramSeries, look, at)
        : chart.addSeries(
            LineSeries,
            {
              ...look,
              lineWidth: main ? 2 : 1,
              lineStyle: main || pane === "price" ? LineStyle.Solid : LineStyle.Dashed,
              // Over the prices the levels have the room for labels.
              ...(main && pane === "own" && { lastValueVisible: true, title: label }),
            },
            at,
          );
    series.setData(pointsIn(dates, values));
    return { series, ink: drawn === "bars" ? FAINT : "" };
  });
  const compared = guides.flatMap((price) => {
    const guide = {
      price,
      lineWidth: 1,
      lineStyle: LineStyle.Dotted,
      axisLabelVisible: false,
    } as const;
    return added[0]?.series.createPriceLine(guide) ?? [];
  });
  return {
    series: added.map(({ series }) => series),
    paint(color, quiet) {
      for (const { series, ink } of added) series.applyOptions({ color: `${color}${ink}` });
      for (const line of compared) line.applyOptions({ color: quiet });
    },
  };
}

/** Behind a colour: about a third of it. */
const FAINT = "60";

/**
 * The decisions as signs at their days' bars: the run's own with its words, earlier ones small. Of those
 * that say the same on a bar there is one sign.
 */
export function markersOf(
  { dates, decisions }: Pick<PriceChart, "dates" | "decisions">,
  colours: Colours,
): SeriesMarker<Time>[] {
  const tones = { buy: colours.up, sell: colours.down, hold: colours.text };
  const marks = new Map<string, DecisionMark & { readonly time: Day }>();
  for (const mark of decisions) {
    const time = dates.findLast((date) => date <= mark.day);
    // The run's own comes last.
    if (time !== undefined) marks.set(`${time} ${mark.action}`, { ...mark, time });
  }
  return [...marks.values()].map((mark): SeriesMarker<Time> => {
    const { time } = mark;
    const color = tones[mark.action];
    const position = mark.action === "buy" ? "belowBar" : "aboveBar";
    const shape = mark.own ? SHAPES[mark.action] : "circle";
    const text = mark.own ? markWords(mark) : "";
    return { time, position, shape, color, text, size: mark.own ? 1.5 : 0.6 };
  });
}

const SHAPES = { buy: "arrowUp", sell: "arrowDown", hold: "square" } as const;
