import { ideaOf } from "#core/contest/render/idea.ts";
import { counted } from "#core/render/counted.ts";
import { type Html, html } from "../html.ts";
import type { Shown, StrategyPage } from "../strategy-page.ts";
import { answerBlock } from "./answer-block.ts";
import { codeBlock } from "./code-block.ts";
import { metricsTable } from "./metrics-table.ts";

/**
 * All that is to say about one strategy. The script shows one at a time, and puts the price chart and
 * the trades into it.
 */
export async function strategyArticle(
  page: StrategyPage,
  shown: Shown,
  place: number,
): Promise<Html> {
  const { name, model, code, warnings, periods, remark } = shown;
  const idea = code === null ? null : ideaOf(code);
  const title = `strategy-${place}-title`;
  return html`<article class="strategy" id="strategy-${place}" data-place="${place}" aria-labelledby="${title}">
<header class="strategy-head"><h2 id="${title}"><span class="swatch line-${shown.colour}"></span>${name}</h2>
<p class="by">${standing(page, shown)}${model === null || model === name ? null : html` · written by ${model}`}</p><div data-slot="steps"></div></header>
${idea === null ? null : html`<p class="idea">${idea}</p>`}
${
  remark !== null && periods.length === 0
    ? html`<p class="notice failure"><strong>Failed.</strong> ${remark}</p>`
    : null
}${
  warnings.length === 0
    ? null
    : html`<ul class="warnings">${warnings.map((warning) => html`<li>${warning}</li>`)}</ul>`
}<div data-slot="price"></div>
<div class="halves">
<div class="half-code">${await written(shown)}</div>
${
  periods.length === 0
    ? null
    : html`<div class="half-figures"><h3>Figures</h3>${metricsTable(page, shown)}
<h3>Trades <span class="quiet">${tradesInWords(shown)} over all bars</span></h3><div data-slot="trades"></div></div>`
}
</div></article>`;
}

async function written({ name, code, answer }: Shown): Promise<Html> {
  if (code !== null) return html`<h3>Code</h3>${await codeBlock(code, `Code of ${name}`)}`;
  return answer === null
    ? html`<h3>Code</h3><p class="quiet">None was written.</p>`
    : html`<h3>What it answered; no strategy could be read from it</h3>${answerBlock(answer, `Answer of ${name}`)}`;
}

function standing({ strategies }: StrategyPage, { rank, periods, remark }: Shown): string {
  const ranked = strategies.filter((shown) => shown.rank !== null).length;
  if (rank !== null) return `Rank ${rank} of ${ranked}`;
  if (periods.length === 0) return "Not run";
  return remark === null ? "Over all bars" : `Not ranked: ${remark}`;
}

function tradesInWords({ trades, open }: Shown): string {
  const closed = `${counted(trades.length, "trade", "trades")} closed`;
  return open.length === 0 ? closed : `${closed}, ${open.length} still held`;
}
