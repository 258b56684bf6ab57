import { figure } from "#core/figure.ts";
import { gainText } from "#core/render/fractions.ts";
import { type Html, html } from "../html.ts";
import type { Shown, StrategyPage } from "../strategy-page.ts";
import { curvePath, spanOf } from "./curve-path.ts";
import { splitAt } from "./split-at.ts";

const WIDTH = 1000;
const HEIGHT = 320;

/** All curves of equity as a drawing: for paper, and where no script runs. */
export function stillChart(page: StrategyPage): Html {
  const { bars, split, currency, benchmark } = page;
  const drawn = [benchmark, ...page.strategies].filter(({ equity }) => equity.length > 0);
  const span = spanOf(drawn.map(({ equity }) => equity));
  const later = splitAt(page);
  const shade =
    later === null
      ? null
      : html`<rect class="later" x="${Math.round(later * WIDTH)}" width="${Math.round((1 - later) * WIDTH)}" height="${HEIGHT}"/>`;
  const line = ({ colour, equity }: Shown) =>
    html`<path class="line line-${colour}" d="${curvePath(equity, WIDTH, HEIGHT, span)}"/>`;
  const money = (value: number) => figure(value, "currency", currency);
  return html`<figure class="still">
<div class="still-drawing"><svg viewBox="0 -2 ${WIDTH} ${HEIGHT + 4}" preserveAspectRatio="none" role="img" aria-label="Equity of every strategy and of buying and holding">${shade}${drawn.map(line)}</svg>
<p class="still-scale"><span>${money(span.high)}</span><span>${money(span.low)}</span></p></div>
<p class="still-time"><span>${bars.dates[0] ?? ""}</span>${split === null ? null : html`<span>out of sample from ${split}</span>`}<span>${bars.dates.at(-1) ?? ""}</span></p>
<figcaption><p class="quiet">Return over all bars</p><ul class="keys">${drawn.map(
    ({ name, colour, equity }) =>
      html`<li><span class="swatch line-${colour}"></span>${name} ${gainText((equity.at(-1) ?? 0) / page.rules.cash - 1)}</li>`,
  )}</ul>${span.byFactors ? html`<p class="quiet">Equal heights are equal factors.</p>` : null}</figcaption>
</figure>`;
}
