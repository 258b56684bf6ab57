import {
  CandlestickSeries,
  createChart,
  createSeriesMarkers,
  HistogramSeries,
  LineStyle,
  type Time,
} from "lightweight-charts";
import type { CitedIndicator, PriceChart } from "../../run-page.ts";
import { moneyAxis } from "../axes.ts";
import { type Colours, coloursNow } from "../colours.ts";
import { lookOfChart } from "../look-of-chart.ts";
import { onPoint } from "../on-point.ts";
import { quietAttribution } from "../quiet-attribution.ts";
import {
  type AddedIndicator,
  addIndicator,
  candlesOf,
  colourOf,
  markersOf,
  pointsIn,
} from "./price-series.ts";

/** Prices to act by, as lines on the chart. */
export type DrawnLevels = readonly {
  readonly name: "entry" | "stop" | "target";
  readonly price: number;
}[];

/** A run's price chart, drawn. */
export interface DrawnChart {
  /** Shows these of its indicators, by their ids. */
  show(ids: ReadonlySet<string>): void;
  /** Shows the last so many bars; all of them where there are fewer. */
  last(bars: number): void;
  onPoint(tell: (bar: number | null) => void): void;
  /** The same as a still picture in the colours of paper. */
  picture(): HTMLCanvasElement;
  recolour(): void;
  remove(): void;
}

/** What is left free behind the last bar, as a part of those that are shown: its sign stands there. */
const ROOM = 0.06;
/** The part of the price pane that volume has, at its foot. */
const VOLUME = { top: 0.82, bottom: 0 };
const PRICES = { top: 0.08, bottom: 0.22 };

/** Draws it into a box. @param paper an element that has the colours of paper */
export function drawChart(
  box: HTMLElement,
  data: PriceChart,
  levels: DrawnLevels,
  paper: HTMLElement,
): DrawnChart {
  const { dates, volume, indicators } = data;
  let colours = coloursNow();
  const { timeScale, ...look } = lookOfChart(colours);
  const chart = createChart(box, { ...look, timeScale: { ...timeScale, fixRightEdge: false } });
  const candles = chart.addSeries(CandlestickSeries, {
    priceLineVisible: false,
    borderVisible: false,
    priceFormat: moneyAxis,
    // Where an entry is drawn, it is about as high.
    lastValueVisible: levels.length === 0,
  });
  candles.setData(candlesOf(data));
  candles.priceScale().applyOptions({ scaleMargins: PRICES });
  const volumes = chart.addSeries(HistogramSeries, {
    priceScaleId: "",
    priceLineVisible: false,
    lastValueVisible: false,
    priceFormat: { type: "volume" },
  });
  volumes.priceScale().applyOptions({ scaleMargins: VOLUME });
  volumes.setData(pointsIn(dates, volume));
  const markers = createSeriesMarkers<Time>(candles, []);
  const lines = levels.map(({ name, price }) => ({
    name,
    line: candles.createPriceLine({
      price,
      title: name,
      lineWidth: 1,
      lineStyle: LineStyle.Dashed,
    }),
  }));
  const drawn = new Map<CitedIndicator, AddedIndicator>();

  function drawIndicators(ids: ReadonlySet<string>): void {
    for (const series of [...drawn.values()].flatMap(({ series }) => series)) {
      chart.removeSeries(series);
    }
    drawn.clear();
    let pane = 0;
    for (const indicator of indicators) {
      if (!ids.has(indicator.id)) continue;
      if (indicator.pane === "own") pane += 1;
      const at = indicator.pane === "own" ? pane : 0;
      drawn.set(indicator, addIndicator(chart, indicator, dates, at));
    }
    for (const [place, one] of chart.panes().entries()) one.setStretchFactor(place === 0 ? 4 : 1);
    paintIndicators();
  }

  function paintIndicators(): void {
    for (const [indicator, added] of drawn) {
      added.paint(colours.line(colourOf(indicators.indexOf(indicator))), colours.text);
    }
  }

  function paint(now: Colours): void {
    colours = now;
    const { up, down } = colours;
    // Of the time scale nothing: a picture that is taken before it is laid out anew never ends.
    const { layout, grid, crosshair } = lookOfChart(colours);
    chart.applyOptions({ layout, grid, crosshair });
    candles.applyOptions({ upColor: up, downColor: down, wickUpColor: up, wickDownColor: down });
    volumes.applyOptions({ color: `${colours.text}40` });
    const tones = { entry: colours.split, stop: down, target: up };
    for (const { name, line } of lines) line.applyOptions({ color: tones[name] });
    markers.setMarkers(markersOf(data, colours));
    paintIndicators();
  }

  paint(colours);
  const unwatch = quietAttribution(box);
  return {
    show: drawIndicators,
    last(bars) {
      const to = dates.length - 1;
      const from = Math.max(0, to - bars + 1);
      const room = Math.max(2, (to - from) * ROOM);
      chart.timeScale().setVisibleLogicalRange({ from: from - 0.5, to: to + room });
    },
    onPoint: (tell) => onPoint(chart, dates.length, tell),
    picture() {
      const screen = colours;
      paint(coloursNow(paper));
      const picture = chart.takeScreenshot();
      paint(screen);
      return picture;
    },
    recolour: () => paint(coloursNow()),
    remove() {
      unwatch();
      chart.remove();
    },
  };
}
