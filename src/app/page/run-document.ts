import { citedFacts } from "#core/audit/cited-facts.ts";
import { renderChain } from "#core/chain/render/chain.ts";
import { renderMarkdown } from "#core/render/markdown.ts";
import { reportBundle } from "./client-bundle.ts";
import { contestPage } from "./contest-page.ts";
import { html } from "./html.ts";
import type { RunPage } from "./run-page.ts";
import { wholeDocument } from "./whole-document.ts";

/**
 * A run with a result as a file of its own: it opens from a disk, asks for nothing, and without a script
 * can be read as text. Of the facts it has those that its figures are explained by.
 *
 * @throws DeskError `configuration` where the project's own sources cannot be found
 */
export async function runDocument(page: RunPage): Promise<string> {
  if (page.kind === "contest") return contestPage(page.result);
  const body = html`<main id="report"></main>
<noscript><pre class="plain">${textOf(page)}</pre></noscript>`;
  return wholeDocument({
    bundle: await reportBundle(),
    title: titleOf(page),
    body,
    data: withCitedFacts(page),
  });
}

type ReportPage = Exclude<RunPage, { kind: "contest" }>;

function textOf(page: ReportPage): string {
  return page.kind === "analysis"
    ? renderMarkdown(page.result, page.spans)
    : renderChain(page.result, page.spans);
}

function titleOf(page: ReportPage): string {
  if (page.kind === "chain") return page.title;
  const { decision, asOf } = page.result;
  return `${page.title}: ${decision === null ? "no decision" : decision.action.toUpperCase()}, as of ${asOf}`;
}

function withCitedFacts(page: ReportPage): ReportPage {
  const facts = citedFacts(page.result.audit, page.result.facts);
  return page.kind === "analysis"
    ? { ...page, result: { ...page.result, facts } }
    : { ...page, result: { ...page.result, facts } };
}
