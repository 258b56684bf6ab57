import { type Html, html } from "../html.ts";
import { curvePath, heightOf, type Span } from "./curve-path.ts";

const WIDTH = 120;
const HEIGHT = 32;

/**
 * A curve of equity for a row of a table: all rows on one scale, with a line at the money that each
 * began with and one where the time out of sample begins.
 *
 * @param splitAt 0 to 1, along the curve; null for none
 */
export function smallCurve(
  equity: readonly number[],
  colour: string,
  span: Span,
  cash: number,
  splitAt: number | null,
): Html {
  const start = ((1 - heightOf(cash, span)) * HEIGHT).toFixed(1);
  const split = splitAt === null ? null : (splitAt * WIDTH).toFixed(1);
  return html`<svg class="small-curve" viewBox="0 -1 ${WIDTH} ${HEIGHT + 2}" preserveAspectRatio="none" aria-hidden="true">
<path class="base" d="M0 ${start}H${WIDTH}"/>${split === null ? null : html`<path class="split" d="M${split} 0V${HEIGHT}"/>`}
<path class="line line-${colour}" d="${curvePath(equity, WIDTH, HEIGHT, span)}"/></svg>`;
}
