import { type Html, html } from "../html.ts";

/** A figure of a table; a dash where it is unknown, which is said to whoever cannot see it. */
export function figureCell(value: number | null, words: (value: number) => string): Html {
  return value === null
    ? html`<span title="unknown"><span aria-hidden="true">–</span><span class="unseen">unknown</span></span>`
    : html`${words(value)}`;
}
