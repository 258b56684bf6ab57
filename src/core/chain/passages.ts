import type { Passage } from "../audit/audit.ts";
import { printable } from "../render/printable.ts";
import type { AgentOutcome } from "./agent-outcome.ts";

/** Every output of a chain, as it is shown, under its agent's name: what the audit reads. */
export function chainPassages(outcomes: readonly AgentOutcome[]): Passage[] {
  return outcomes.flatMap(({ agent, output }) =>
    output === null ? [] : [{ where: agent, text: printable(output) }],
  );
}
