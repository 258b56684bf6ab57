import type { IChartApi } from "lightweight-charts";

/**
 * Tells the place of the bar under the pointer; null when there is none.
 *
 * @param bars how many there are
 */
export function onPoint(chart: IChartApi, bars: number, tell: (bar: number | null) => void): void {
  chart.subscribeCrosshairMove(({ logical }) => {
    tell(logical !== undefined && logical >= 0 && logical < bars ? logical : null);
  });
}
