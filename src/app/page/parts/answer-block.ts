import { type Html, html } from "../html.ts";

/**
 * An answer that is no strategy, as plain text.
 *
 * @param name what a screen reader calls it
 */
export function answerBlock(answer: string, name: string): Html {
  return html`<div class="answer" tabindex="0" role="region" aria-label="${name}">${answer}</div>`;
}
