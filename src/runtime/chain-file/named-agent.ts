import { nameProblem } from "#core/chain/agent-name.ts";
import { quoted } from "#core/errors.ts";
import type { Tell } from "./mistake.ts";
import type { WrittenAgent } from "./written-agent.ts";

/** An agent under a name that no other has. */
export interface NamedAgent extends Omit<WrittenAgent, "name"> {
  readonly name: string;
}

/** Begins no name that an agent may have. */
const UNWRITABLE = "#";

/**
 * Agents by their names, in their order. One whose name is missing or taken is told so and goes on under
 * one that nobody can write, so that all else about it can be looked at.
 */
export function nameAgents(agents: readonly WrittenAgent[], tell: Tell): NamedAgent[] {
  const lines = new Map<string, number>();
  return agents.map((agent, index): NamedAgent => {
    const unwritable = `${UNWRITABLE}${index + 1}`;
    if (agent.name === null) return { ...agent, name: unwritable };
    const { value: name, line } = agent.name;
    const problem = nameProblem("agent", name);
    if (problem !== null) tell(line, problem);
    const earlier = lines.get(name);
    if (earlier !== undefined) {
      tell(
        line,
        `The name ${quoted(name)} is used twice, first on line ${earlier}. Choose another.`,
      );
      return { ...agent, name: unwritable };
    }
    lines.set(name, line);
    return { ...agent, name };
  });
}

/** Whether a name can be offered: an agent's own that was not refused, and none given for the want of one. */
export function isWritable(name: string): boolean {
  return nameProblem("agent", name) === null;
}
