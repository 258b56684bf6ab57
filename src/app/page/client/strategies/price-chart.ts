import {
  CandlestickSeries,
  createChart,
  createSeriesMarkers,
  LineSeries,
  LineStyle,
  PriceScaleMode,
  type SeriesMarker,
  type Time,
} from "lightweight-charts";
import type { ChartData } from "../../chart-data.ts";
import { spanOf } from "../../parts/curve-path.ts";
import { moneyAxis } from "../axes.ts";
import { coloursNow } from "../colours.ts";
import { lookOfChart } from "../look-of-chart.ts";
import { onPoint } from "../on-point.ts";
import { type Fill, fillsOf } from "./fills.ts";
import { pointsOf } from "./points.ts";
import { shadeAfter } from "./shade-after.ts";

/** The price with the fills of one strategy, and its equity below on the same time axis. */
export interface PriceChart {
  choose(place: number): void;
  /** Shows the bars from one place to another, both included. */
  range(from: number, to: number): void;
  onPoint(tell: (bar: number | null) => void): void;
  recolour(): void;
}

const EQUITY = 1;

/** Draws it into a box that has a size. */
export function priceChart(box: HTMLElement, data: ChartData): PriceChart {
  const { dates, open, high, low, close, split, curves } = data;
  let colours = coloursNow();
  let chosen = 0;
  // One chart of a page carries the logo.
  const look = () => {
    const { layout, ...rest } = lookOfChart(colours);
    return { ...rest, layout: { ...layout, attributionLogo: false } };
  };
  const chart = createChart(box, look());
  const candles = chart.addSeries(CandlestickSeries, {
    priceLineVisible: false,
    lastValueVisible: false,
    borderVisible: false,
  });
  candles.setData(
    dates.map((time, bar) => ({
      time,
      open: open[bar] ?? 0,
      high: high[bar] ?? 0,
      low: low[bar] ?? 0,
      close: close[bar] ?? 0,
    })),
  );
  const markers = createSeriesMarkers<Time>(candles, []);
  const line = { priceLineVisible: false, lastValueVisible: false, priceFormat: moneyAxis };
  const hold = chart.addSeries(
    LineSeries,
    { ...line, lineWidth: 1, lineStyle: LineStyle.LargeDashed },
    EQUITY,
  );
  const own = chart.addSeries(LineSeries, { ...line, lineWidth: 2 }, EQUITY);
  hold.setData(pointsOf(dates, curves.at(-1)?.equity ?? []));

  function markerOf({ bar, side }: Fill): SeriesMarker<Time> {
    const time = dates[bar] ?? "";
    return side === "buy"
      ? { time, position: "belowBar", shape: "arrowUp", color: colours.up }
      : { time, position: "aboveBar", shape: "arrowDown", color: colours.down };
  }

  function paint(): void {
    const { up, down } = colours;
    const curve = curves[chosen];
    candles.applyOptions({ upColor: up, downColor: down, wickUpColor: up, wickDownColor: down });
    hold.applyOptions({ color: colours.line("hold") });
    own.applyOptions({ color: colours.line(curve?.colour ?? "hold") });
    markers.setMarkers(fillsOf(curve?.deals ?? []).map(markerOf));
  }

  const later = split === null ? undefined : dates[split];
  const [prices, equities] = chart.panes();
  if (later !== undefined) {
    prices?.attachPrimitive(shadeAfter(later, "out of sample", () => colours));
    equities?.attachPrimitive(shadeAfter(later, null, () => colours));
  }
  prices?.setStretchFactor(0.75);
  equities?.setStretchFactor(0.25);
  chart.priceScale("right", EQUITY).applyOptions({ scaleMargins: { top: 0.12, bottom: 0.08 } });
  const panes = [[low, high], curves.map(({ equity }) => equity)];
  for (const [pane, columns] of panes.entries()) {
    if (!spanOf(columns).byFactors) continue;
    chart.priceScale("right", pane).applyOptions({ mode: PriceScaleMode.Logarithmic });
  }

  return {
    choose(place) {
      chosen = place;
      own.setData(pointsOf(dates, curves[place]?.equity ?? []));
      paint();
    },
    range(from, to) {
      chart.timeScale().setVisibleLogicalRange({ from: from - 0.5, to: to + 0.5 });
    },
    onPoint: (tell) => onPoint(chart, dates.length, tell),
    recolour() {
      colours = coloursNow();
      chart.applyOptions(look());
      paint();
    },
  };
}
