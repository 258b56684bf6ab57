import { agentsBefore } from "#core/chain/before.ts";
import type { Chain } from "#core/chain/chain.ts";
import { agentsOf, stagesOf } from "#core/chain/stages.ts";
import { quoted } from "#core/errors.ts";
import { notAmong } from "./choices.ts";
import type { Tell } from "./mistake.ts";
import { isWritable, type NamedAgent } from "./named-agent.ts";
import { INPUTS, type Reference, referencesOf } from "./references.ts";

/**
 * Tells which prompts and conditions speak of somebody who is unknown or has not been asked by then.
 *
 * @param isCircular whether it was told already that naming this one leads back
 */
export function checkReferences(
  agents: readonly NamedAgent[],
  chain: Pick<Chain, "agents">,
  isCircular: (from: string, to: string) => boolean,
  tell: Tell,
): void {
  const names = new Set(agents.map(({ name }) => name));
  for (const agent of agents) {
    const before = agentsBefore(chain, agent.name).map(({ name }) => name);
    const choices = before.filter(isWritable);
    for (const reference of referencesOf(agent)) {
      const { how, to, line, what } = reference;
      if (how === "else" || before.includes(to) || isCircular(agent.name, to)) continue;
      const valid = [...(how === "prompt" ? INPUTS : []), ...choices];
      if (names.has(to)) {
        const here = valid.join(", ") || "nobody";
        tell(line, `${what}, but ${whyNot(reference, agent.name, chain)}. Valid here: ${here}.`);
      } else {
        tell(line, unknown(reference, agent, valid));
      }
    }
  }
}

function unknown({ how, to }: Reference, { what }: NamedAgent, valid: readonly string[]): string {
  return notAmong(
    `${what}: ${how === "prompt" ? "the placeholder" : "when: the agent"}`,
    to,
    valid,
  );
}

/** Why somebody has said nothing when an agent begins. */
function whyNot({ to }: Reference, from: string, chain: Pick<Chain, "agents">): string {
  const stages = stagesOf(chain);
  const stageOf = (name: string) =>
    stages.find((stage) => agentsOf(stage).some((agent) => agent.name === name));
  const [own, other] = [stageOf(from), stageOf(to)];
  if (own?.kind === "group" && own === other) {
    return `${quoted(to)} works at the same time, in the group ${quoted(own.name)}`;
  }
  const [first] = own === undefined ? [] : agentsOf(own);
  return own?.kind === "choice" && first !== undefined && first.name !== from
    ? `${quoted(to)} comes later: ${quoted(from)} works in the place of ${quoted(first.name)}`
    : `${quoted(to)} comes later`;
}
