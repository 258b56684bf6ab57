import type { IChartApiBase, IPanePrimitive, Time } from "lightweight-charts";
import type { Colours } from "../colours.ts";

/** Draws what comes after a day on another ground, with a line where it begins and words beside it. */
export function shadeAfter(
  day: Time,
  words: string | null,
  colours: () => Colours,
): IPanePrimitive<Time> {
  let chart: IChartApiBase<Time> | null = null;
  const draw: Drawing = (target) => {
    const at = chart?.timeScale().timeToCoordinate(day) ?? null;
    if (at === null) return;
    const { shade, split, text } = colours();
    target.useMediaCoordinateSpace(({ context, mediaSize: { width, height } }) => {
      const from = Math.max(0, at);
      context.fillStyle = shade;
      context.fillRect(from, 0, width - from, height);
      context.fillStyle = split;
      context.fillRect(Math.round(at), 0, 1, height);
      if (words === null) return;
      context.font = `11px ${getComputedStyle(document.body).fontFamily}`;
      context.fillStyle = text;
      const fits = context.measureText(words).width + 16 < width - from;
      context.textAlign = fits ? "left" : "right";
      context.fillText(words, fits ? from + 8 : from - 8, 16);
    });
  };
  const views = [{ zOrder: () => "bottom" as const, renderer: () => ({ draw }) }];
  return {
    attached: (to) => {
      chart = to.chart;
    },
    detached: () => {
      chart = null;
    },
    paneViews: () => views,
  };
}

type PaneView = ReturnType<NonNullable<IPanePrimitive<Time>["paneViews"]>>[number];
type Drawing = NonNullable<ReturnType<PaneView["renderer"]>>["draw"];
