import type { AgentOutcome } from "./agent-outcome.ts";
import type { Chain } from "./chain.ts";
import { agentsOf, stagesOf } from "./stages.ts";

/**
 * What a chain has come to: the output of its last stage that has one; of a group all of its outputs,
 * each behind its agent's name. null where nobody has written anything.
 */
export function outputOf(
  chain: Pick<Chain, "agents">,
  outcomes: readonly AgentOutcome[],
): string | null {
  const written = stagesOf(chain).map((stage) =>
    agentsOf(stage).flatMap(({ name }) => {
      const output = outcomes.find(({ agent }) => agent === name)?.output ?? null;
      return output === null ? [] : [{ name, output }];
    }),
  );
  const last = written.findLast((outputs) => outputs.length > 0) ?? [];
  const [only, ...others] = last;
  if (only === undefined) return null;
  if (others.length === 0) return only.output;
  return last.map(({ name, output }) => `${name}:\n\n${output}`).join("\n\n");
}
