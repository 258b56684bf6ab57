import { type ChartOptions, ColorType, CrosshairMode, type DeepPartial } from "lightweight-charts";
import type { Colours } from "./colours.ts";

/** A chart in the page's look. The wheel scrolls the page; dragging and pinching move the chart. */
export function lookOfChart(colours: Colours): DeepPartial<ChartOptions> {
  const line = { color: colours.grid };
  const hair = { color: colours.text, labelBackgroundColor: colours.split };
  return {
    autoSize: true,
    layout: {
      background: { type: ColorType.Solid, color: "transparent" },
      textColor: colours.text,
      fontFamily: getComputedStyle(document.body).fontFamily,
      fontSize: 11,
      panes: {
        separatorColor: colours.grid,
        separatorHoverColor: colours.grid,
        enableResize: false,
      },
    },
    grid: { vertLines: line, horzLines: line },
    crosshair: { mode: CrosshairMode.Magnet, vertLine: hair, horzLine: hair },
    rightPriceScale: { borderVisible: false },
    timeScale: { borderVisible: false, minBarSpacing: 0.05, fixLeftEdge: true, fixRightEdge: true },
    handleScroll: { mouseWheel: false, vertTouchDrag: false },
    handleScale: { mouseWheel: false, axisPressedMouseMove: false },
    localization: { locale: "en-GB", dateFormat: "yyyy-MM-dd" },
  };
}
