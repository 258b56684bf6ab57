import { duration } from "#core/render/duration.ts";
import { type Html, html } from "../html.ts";
import type { StrategyPage } from "../strategy-page.ts";

/** When each author was at work, on one axis; null where there were none. */
export function shiftsChart({ shifts, pace }: StrategyPage): Html | null {
  if (shifts.length === 0) return null;
  const end = Math.max(...shifts.map(({ to }) => to), 1);
  const percent = (ms: number) => `${((ms / end) * 100).toFixed(2)}%`;
  return html`<section class="part" aria-labelledby="shifts-title"><h2 id="shifts-title">All at the same time</h2>
${pace === null ? null : html`<p class="quiet">${pace}</p>`}
<ul class="shifts">${shifts.map(
    ({ shown: { name, colour }, from, to }) =>
      html`<li><span class="shift-name">${name}</span><svg class="shift" aria-hidden="true"><rect class="line-${colour}" x="${percent(from)}" width="${percent(Math.max(to - from, end / 400))}" height="100%" rx="3"/></svg><span class="shift-time">${duration(to - from)}</span></li>`,
  )}</ul></section>`;
}
