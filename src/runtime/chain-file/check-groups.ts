import { nameProblem } from "#core/chain/agent-name.ts";
import type { Chain } from "#core/chain/chain.ts";
import { stagesOf } from "#core/chain/stages.ts";
import { quoted } from "#core/errors.ts";
import type { Tell } from "./mistake.ts";
import type { NamedAgent } from "./named-agent.ts";

/** Tells what is wrong with the names of parallel groups, and which groups are torn apart. */
export function checkGroups(
  agents: readonly NamedAgent[],
  chain: Pick<Chain, "agents">,
  tell: Tell,
): void {
  const byName = new Map(agents.map((agent) => [agent.name, agent]));
  const first = new Map<string, number>();
  for (const stage of stagesOf(chain)) {
    const group = stage.kind === "group" ? byName.get(stage.agents[0]?.name ?? "")?.group : null;
    if (group === null || group === undefined) continue;
    const { value: name, line } = group;
    const earlier = first.get(name);
    first.set(name, earlier ?? line);
    const problem = nameProblem("group", name);
    if (earlier !== undefined) {
      const way = "Move its agents beside each other, or choose another name.";
      tell(line, `The group ${quoted(name)} has begun on line ${earlier} and ended since. ${way}`);
    } else if (problem !== null) {
      tell(line, problem);
    } else if (byName.has(name)) {
      tell(line, `The group ${quoted(name)} has the name of an agent. Choose another.`);
    }
  }
}
