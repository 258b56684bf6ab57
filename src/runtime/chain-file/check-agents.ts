import { stagesBefore } from "#core/chain/before.ts";
import type { Chain } from "#core/chain/chain.ts";
import { agentsOf } from "#core/chain/stages.ts";
import { assemble } from "./assemble.ts";
import { checkGroups } from "./check-groups.ts";
import { checkReferences } from "./check-references.ts";
import { cyclesIn, type Links } from "./cycles.ts";
import type { Tell } from "./mistake.ts";
import { isWritable, type NamedAgent } from "./named-agent.ts";
import { referencesOf } from "./references.ts";
import { standInsOf } from "./stand-ins.ts";

/** Looks at how agents go together, and puts them together as a chain has them. */
export function checkAgents(agents: readonly NamedAgent[], tell: Tell): Pick<Chain, "agents"> {
  const isCircular = checkCycles(agents, tell);
  const standIns = standInsOf(agents, isCircular, tell);
  const chain = assemble(agents, { standIns, subjects: new Map() });
  checkGroups(agents, chain, tell);
  checkReferences(agents, chain, isCircular, tell);
  return assemble(agents, { standIns, subjects: subjectsOf(agents, chain, tell) });
}

/** @returns whether naming one agent from another leads back, which has been told */
function checkCycles(
  agents: readonly NamedAgent[],
  tell: Tell,
): (from: string, to: string) => boolean {
  const links: Links = new Map(
    agents.map((agent) => [agent.name, referencesOf(agent).map(({ to }) => to)]),
  );
  const cycles = cyclesIn(links);
  for (const cycle of cycles) {
    const [from, to] = cycle;
    const agent = agents.find(({ name }) => name === from);
    const reference = agent && referencesOf(agent).find((one) => one.to === to);
    if (agent === undefined || reference === undefined) continue;
    const way =
      "An agent can only speak of those who work before it: take one of these steps away.";
    tell(
      reference.line,
      `${reference.what} leads back to ${agent.what}: ${cycle.join(" -> ")}. ${way}`,
    );
  }
  return (from, to) => cycles.some((cycle) => cycle.includes(from) && cycle.includes(to));
}

/** Whom conditions speak of that do not say it: the one agent before, where there is one. */
function subjectsOf(
  agents: readonly NamedAgent[],
  chain: Pick<Chain, "agents">,
  tell: Tell,
): Map<string, string> {
  const subjects = new Map<string, string>();
  for (const { name, what, connect, when } of agents) {
    if (connect.value !== "conditional" || when === null || when.agent !== null) continue;
    const before = stagesBefore(chain, name).at(-1);
    const names = before === undefined ? [] : agentsOf(before).map((agent) => agent.name);
    const [subject, ...others] = names;
    if (subject === undefined) {
      const way = "Give it a place after the agent that it depends on.";
      tell(when.line, `${what}: when speaks of nobody, since nobody works before it. ${way}`);
    } else if (others.length > 0) {
      const way = `Add "agent: NAME" with one of: ${names.filter(isWritable).join(", ")}.`;
      tell(
        when.line,
        `${what}: when could speak of ${names.length} agents that come before. ${way}`,
      );
    } else {
      subjects.set(name, subject);
    }
  }
  return subjects;
}
