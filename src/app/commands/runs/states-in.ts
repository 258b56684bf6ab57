import type { RunState } from "#core/run-state.ts";
import type { ShownState } from "#core/shown-state.ts";
import { listOf, oneOf, type Saying } from "../../said.ts";

/**
 * The states that were said, each once.
 *
 * @throws DeskError `usage` naming the choices
 */
export function statesIn<State extends ShownState>(
  saying: Saying,
  choices: readonly State[],
): readonly State[] {
  const words = listOf(saying).map((word) => word.replace(" ", "-"));
  return [...new Set(words.map((value) => oneOf({ ...saying, value }, "state", choices)))];
}

/** The states in which runs that are shown so are recorded. */
export function recordedStates(states: readonly ShownState[]): readonly RunState[] {
  return [...new Set(states.map((state) => (state === "cut-off" ? "running" : state)))];
}
