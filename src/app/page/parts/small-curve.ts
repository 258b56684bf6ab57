import { type Html, html } from "../html.ts";
import { curvePath, heightOf, type Span } from "./curve-path.ts";

const WIDTH = 120;
const HEIGHT = 32;

/**
 * A curve of growth for a row of a table: all rows on one scale, with a line at 1, where each begins.
 */
export function smallCurve(growth: readonly number[], colour: string, span: Span): Html {
  const start = ((1 - heightOf(1, span)) * HEIGHT).toFixed(1);
  return html`<svg class="small-curve" viewBox="0 -1 ${WIDTH} ${HEIGHT + 2}" preserveAspectRatio="none" aria-hidden="true">
<path class="base" d="M0 ${start}H${WIDTH}"/>
<path class="line line-${colour}" d="${curvePath(growth, WIDTH, HEIGHT, span)}"/></svg>`;
}
