import { measures } from "#core/render/measures.ts";
import { type Html, html } from "../html.ts";
import type { Shown, StrategyPage } from "../strategy-page.ts";
import { figureCell } from "./figure-cell.ts";

/** All measures of a strategy, a column a period, and those of buying and holding next to them. */
export function metricsTable(page: StrategyPage, { periods }: Shown): Html {
  const { benchmark, judged, currency, split } = page;
  const hold = benchmark.periods[judged];
  const columns = hold === undefined ? periods : [...periods, hold];
  const titles = [...page.periods, split === null ? "Buy and hold" : "Buy and hold, out of sample"];
  return html`<table class="metrics">
<thead><tr><th scope="col"><span class="unseen">Measure</span></th>${titles.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${measures.map(
    ({ title, of, words, isMoney = false }) =>
      html`<tr><th scope="row">${title}${isMoney && currency !== null ? `, ${currency}` : null}</th>${columns.map(
        (metrics, at) =>
          html`<td${at === judged ? html` class="main"` : null}>${figureCell(of(metrics), (value) => words(value, null))}</td>`,
      )}</tr>`,
  )}</tbody></table>`;
}
