import { DISCLAIMER } from "#core/render/byline.ts";
import { SHARPE_IN_WORDS } from "#core/render/measures.ts";
import { rulesInWords } from "#core/render/rules-in-words.ts";
import { type Html, html } from "../html.ts";
import type { StrategyPage } from "../strategy-page.ts";

/** How the figures are made, what made them, and whose chart it is. */
export function colophon({ rules, currency, definitions, made }: StrategyPage): Html {
  return html`<footer class="colophon">
<section aria-labelledby="how-title"><h2 id="how-title">How to read the figures</h2>
<dl class="definitions">
<div><dt>Orders</dt><dd>${rulesInWords(rules, currency).replaceAll("**", "")}</dd></div>
${definitions}
<div><dt>Sharpe ratio</dt><dd>The ${SHARPE_IN_WORDS}. Sortino takes only the days that lost.</dd></div>
<div><dt>CAGR</dt><dd>The return a year that, year after year, gives the total return; unknown under 90 days. Calmar divides it by the maximum drawdown.</dd></div>
<div><dt>Drawdown</dt><dd>How far equity is below its highest so far. The longest lasts from a peak until it is reached again, or to the end.</dd></div>
<div><dt>Win rate, profit factor</dt><dd>The share of closed trades that gained after commission; what the gains came to over what the losses came to.</dd></div>
<div><dt>Exposure</dt><dd>Share of the bars with a position at the close.</dd></div>
<div><dt>Buy and hold</dt><dd>All cash into shares at the second bar's open, the first that an order can be filled at, with the same costs, and held.</dd></div>
<div><dt>–</dt><dd>Unknown: there was nothing to state it from.</dd></div>
</dl></section>
<p>docs/backtesting.md defines every figure.</p>
<p>${made.join(" · ")}</p>
<p>${DISCLAIMER}</p>
<p>Charts: TradingView Lightweight Charts™, Copyright (c) 2023 TradingView, Inc. <a href="https://www.tradingview.com/" rel="noopener noreferrer">https://www.tradingview.com/</a></p>
</footer>`;
}
