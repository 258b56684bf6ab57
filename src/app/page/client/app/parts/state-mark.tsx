import type { ShownState } from "#core/shown-state.ts";
import { stateWords } from "#core/shown-state.ts";

/** How a run stands: a dot in its colour, and the word. */
export function StateMark({ state }: { readonly state: ShownState }) {
  return (
    <span class="state" data-state={state}>
      <span class="dot" aria-hidden="true" />
      {stateWords(state)}
    </span>
  );
}
