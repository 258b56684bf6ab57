import { type Html, html } from "../html.ts";
import type { Shown, StrategyPage } from "../strategy-page.ts";
import { type Span, spanOf } from "./curve-path.ts";
import { figureCell } from "./figure-cell.ts";
import { growthIn } from "./growth.ts";
import { smallCurve } from "./small-curve.ts";

/**
 * Every strategy with its figures, the best first, buying and holding at its own place among them.
 * Roles are stated, because on narrow screens the rows are laid out as cards.
 */
export function resultsTable(page: StrategyPage): Html {
  const { strategies, benchmark, benchmarkPlace, columns } = page;
  const span = spanOf([...strategies, benchmark].map(({ equity }) => growthIn(page, equity)));
  const isChoice = strategies.length > 1;
  const rows = strategies.map((shown, at) => row(page, shown, isChoice ? at : null, span));
  rows.splice(benchmarkPlace, 0, row(page, benchmark, null, span));
  return html`<p class="caption" id="results-caption">${page.caption}</p>
<table class="results" role="table" aria-label="Results" aria-describedby="results-caption">
<thead role="rowgroup"><tr role="row">
<th role="columnheader" scope="col" class="rank">${isChoice ? html`<abbr title="Rank">#</abbr>` : html`<span class="unseen">Rank</span>`}</th><th role="columnheader" scope="col">Strategy</th><th role="columnheader" scope="col" class="curve">Equity</th>
${columns.map(({ title, main = false }) => html`<th role="columnheader" scope="col" class="figure${main ? " main" : ""}">${title}</th>`)}
</tr></thead>
<tbody role="rowgroup">${rows}</tbody></table>`;
}

/** @param place its place among the strategies; null where there is nothing to choose */
function row(page: StrategyPage, shown: Shown, place: number | null, span: Span): Html {
  const { columns } = page;
  const figures =
    shown.periods.length === 0
      ? html`<td role="cell" class="remark" colspan="${columns.length + 1}"><span class="failed">failed</span> ${shown.remark ?? ""}</td>`
      : html`<td role="cell" class="curve">${smallCurve(growthIn(page, shown.equity), shown.colour, span)}</td>${columns.map(
          ({ title, of, words, main = false }) =>
            html`<td role="cell" class="figure${main ? " main" : ""}"><span class="label" aria-hidden="true">${title}</span>${figureCell(of(shown), words)}</td>`,
        )}`;
  return html`<tr role="row" class="result${shown.colour === "hold" ? " hold" : ""}"${place === null ? null : html` data-place="${place}"`}>
<td role="cell" class="rank">${shown.rank ?? ""}</td>
<th role="rowheader" scope="row" class="who">${nameOf(shown, place)}</th>${figures}</tr>`;
}

function nameOf({ name, model, colour, periods, remark }: Shown, place: number | null): Html {
  const swatch = html`<span class="swatch line-${colour}"></span>`;
  const named =
    place === null
      ? html`<span class="name">${swatch}${name}</span>`
      : html`<label class="name"><input type="radio" name="strategy" value="${place}" autocomplete="off">${swatch}<span>${name}</span></label>`;
  const by = model === null || model === name ? null : html`<span class="by">${model}</span>`;
  const why =
    remark === null || periods.length === 0
      ? null
      : html`<span class="by">not ranked: ${remark}</span>`;
  return html`${named}${by}${why}`;
}
