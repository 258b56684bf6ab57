import { counted } from "#core/render/counted.ts";
import { ErrorNote } from "../parts/error-note.tsx";
import { ChainFlow } from "./chain-flow.tsx";
import type { ChainCheck } from "./use-chain-check.ts";

interface ChainVerdictProps {
  readonly check: ChainCheck;
  /** Goes to a line, counted from 1. */
  readonly show: (line: number) => void;
}

/** What is wrong with a chain, line by line, or what it would do. */
export function ChainVerdict({ check: { checked, error }, show }: ChainVerdictProps) {
  return (
    <div class="verdict-pane" id="chain-check" aria-live="polite">
      <ErrorNote words={error} />
      {checked === null ? null : "name" in checked ? (
        <>
          <p class="sound">✓ {checked.name} can be run</p>
          <ChainFlow chain={checked} />
        </>
      ) : (
        <>
          <p class="unsound">{counted(checked.mistakes.length, "mistake", "mistakes")}</p>
          <ul class="mistakes">
            {checked.mistakes.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                <button type="button" class="link" onClick={() => show(line)}>
                  line {line}
                </button>{" "}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
