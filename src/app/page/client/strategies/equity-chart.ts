import {
  BaselineSeries,
  createChart,
  LineSeries,
  LineStyle,
  PriceScaleMode,
} from "lightweight-charts";
import type { ChartData } from "../../chart-data.ts";
import { moneyAxis, percentAxis } from "../axes.ts";
import { coloursNow } from "../colours.ts";
import { lookOfChart } from "../look-of-chart.ts";
import { onPoint } from "../on-point.ts";
import { drawdown } from "./drawdown.ts";
import { pointsOf } from "./points.ts";
import { shadeAfter } from "./shade-after.ts";

/** All curves of equity, and their drawdowns on the same time axis. */
export interface EquityChart {
  /** Brings one curve to the fore. */
  choose(place: number): void;
  show(place: number, visible: boolean): void;
  /** Whether equal heights are equal factors. */
  byFactors(on: boolean): void;
  onPoint(tell: (bar: number | null) => void): void;
  recolour(): void;
}

const DRAWDOWNS = 1;
/** Above all other curves. */
const TOP = 1_000;

/** Draws it into a box that has a size. */
export function equityChart(box: HTMLElement, data: ChartData): EquityChart {
  const { dates, split } = data;
  let colours = coloursNow();
  let chosen = 0;
  const chart = createChart(box, lookOfChart(colours));
  const curves = data.curves.map(({ colour, equity }) => {
    const look = {
      priceLineVisible: false,
      lastValueVisible: false,
      crosshairMarkerRadius: 3,
      lineStyle: colour === "hold" ? LineStyle.LargeDashed : LineStyle.Solid,
    };
    const line = chart.addSeries(LineSeries, { ...look, priceFormat: moneyAxis });
    const fall = chart.addSeries(
      BaselineSeries,
      { ...look, priceFormat: percentAxis, baseValue: { type: "price", price: 0 } },
      DRAWDOWNS,
    );
    line.setData(pointsOf(dates, equity));
    fall.setData(pointsOf(dates, drawdown(equity)));
    return { colour, line, fall };
  });

  function paint(): void {
    for (const [place, { colour, line, fall }] of curves.entries()) {
      const [color, isChosen] = [colours.line(colour), place === chosen];
      line.applyOptions({ color, lineWidth: isChosen ? 3 : 1 });
      const drawn = isChosen ? color : `${color}80`;
      fall.applyOptions({
        lineWidth: isChosen ? 2 : 1,
        topLineColor: drawn,
        bottomLineColor: drawn,
        topFillColor1: "transparent",
        topFillColor2: "transparent",
        bottomFillColor1: isChosen ? `${color}10` : "transparent",
        bottomFillColor2: isChosen ? `${color}40` : "transparent",
      });
    }
    curves[chosen]?.line.setSeriesOrder(TOP);
    curves[chosen]?.fall.setSeriesOrder(TOP);
  }

  const later = split === null ? undefined : dates[split];
  const [equities, falls] = chart.panes();
  if (later !== undefined) {
    equities?.attachPrimitive(shadeAfter(later, "out of sample", () => colours));
    falls?.attachPrimitive(shadeAfter(later, null, () => colours));
  }
  equities?.setStretchFactor(0.7);
  falls?.setStretchFactor(0.3);
  chart.priceScale("right", DRAWDOWNS).applyOptions({ scaleMargins: { top: 0.06, bottom: 0.08 } });
  paint();
  chart.timeScale().fitContent();

  return {
    choose(place) {
      chosen = place;
      paint();
    },
    show(place, visible) {
      curves[place]?.line.applyOptions({ visible });
      curves[place]?.fall.applyOptions({ visible });
    },
    byFactors(on) {
      const mode = on ? PriceScaleMode.Logarithmic : PriceScaleMode.Normal;
      chart.priceScale("right", 0).applyOptions({ mode });
    },
    onPoint: (tell) => onPoint(chart, dates.length, tell),
    recolour() {
      colours = coloursNow();
      chart.applyOptions(lookOfChart(colours));
      paint();
    },
  };
}
