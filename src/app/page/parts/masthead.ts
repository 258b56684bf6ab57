import { counted } from "#core/render/counted.ts";
import { type Html, html } from "../html.ts";
import type { StrategyPage } from "../strategy-page.ts";

/** What the page is about, what came of it, and what must be known before believing it. */
export function masthead(page: StrategyPage): Html {
  const { symbol, kind, outcome, bars, split, source, invented, notices } = page;
  const facts = [
    ["Period", `${bars.dates[0] ?? ""} to ${bars.dates.at(-1) ?? ""}`],
    ["Bars", counted(bars.dates.length, "day", "days")],
    ...(split === null ? [] : [["Out of sample", `from ${split}`]]),
    ["Prices", source],
  ];
  return html`<header class="masthead">
<h1><span class="symbol">${symbol}</span> <span class="kind">${kind}</span></h1>
<p class="outcome">${outcome}</p>
<dl class="facts">${facts.map(([term = "", text = ""]) => html`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
${invented === null ? null : html`<p class="notice loud"><strong>Invented prices.</strong> ${invented} No figure on this page says anything about ${symbol}.</p>`}
${notices.filter((notice) => notice !== invented).map((notice) => html`<p class="notice">${notice}</p>`)}
</header>`;
}
