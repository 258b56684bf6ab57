import { chartData } from "./chart-data.ts";
import { strategiesBundle } from "./client-bundle.ts";
import { html } from "./html.ts";
import { colophon } from "./parts/colophon.ts";
import { masthead } from "./parts/masthead.ts";
import { resultsTable } from "./parts/results-table.ts";
import { shiftsChart } from "./parts/shifts-chart.ts";
import { stillChart } from "./parts/still-chart.ts";
import { strategyArticle } from "./parts/strategy-article.ts";
import type { StrategyPage } from "./strategy-page.ts";
import { wholeDocument } from "./whole-document.ts";

/** The document of a page of strategies. */
export async function strategiesDocument(page: StrategyPage): Promise<string> {
  const articles = await Promise.all(
    page.strategies.map((shown, place) => strategyArticle(page, shown, place)),
  );
  const body = html`${masthead(page)}
<main>
<section class="part" aria-labelledby="results-title"><h2 id="results-title">Results</h2>
${page.strategies.length > 1 ? html`<p class="quiet hint">Choose a strategy to see its trades and its code.</p>` : null}
${resultsTable(page)}</section>
<section class="part" aria-labelledby="equity-title"><h2 id="equity-title">Equity and drawdown</h2>
<div data-slot="equity"></div>
${stillChart(page)}</section>
<div class="part" id="chosen">${articles}</div>
<noscript><p class="quiet part">The price charts and lists of trades need JavaScript.</p></noscript>
${shiftsChart(page)}
</main>
${colophon(page)}`;
  const bundle = await strategiesBundle();
  return wholeDocument({ bundle, title: page.title, body, data: chartData(page) });
}
