import type { ComponentChildren } from "preact";
import { type Chosen, optionsIn } from "./chosen-options.ts";

interface OptionFoldProps {
  readonly chosen: Chosen;
  readonly clear: () => void;
  readonly children: ComponentChildren;
}

/** Options, folded away: the fold says what has been chosen. */
export function OptionFold({ chosen, clear, children }: OptionFoldProps) {
  const said = Object.entries(optionsIn(chosen));
  return (
    <details class="options">
      <summary>
        Options
        <span class="quiet">
          {said.length === 0
            ? " as usual"
            : ` ${said.map(([name, value]) => `${name} ${value}`).join(" · ")}`}
        </span>
      </summary>
      <div class="option-grid">{children}</div>
      {said.length === 0 ? null : (
        <button type="button" class="choice" onClick={clear}>
          All as usual
        </button>
      )}
    </details>
  );
}
