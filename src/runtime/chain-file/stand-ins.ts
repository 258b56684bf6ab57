import { quoted } from "#core/errors.ts";
import { notAmong } from "./choices.ts";
import type { Tell } from "./mistake.ts";
import { isWritable, type NamedAgent } from "./named-agent.ts";

/**
 * Who works in whose place, by the name of the one whose place it is; those who cannot are told.
 *
 * @param isCircular whether it was told already that naming this one leads back
 */
export function standInsOf(
  agents: readonly NamedAgent[],
  isCircular: (from: string, to: string) => boolean,
  tell: Tell,
): Map<string, string> {
  const byName = new Map(agents.map((agent, index) => [agent.name, { agent, index }]));
  const standIns = new Map<string, string>();
  const placeOf = new Map<string, string>();
  for (const [index, { name, what, connect, else: named }] of agents.entries()) {
    if (named === null || connect.value !== "conditional" || isCircular(name, named.value))
      continue;
    const later = agents
      .slice(index + 1)
      .filter((agent) => agent.connect.value !== "parallel" && isWritable(agent.name));
    const standIn = byName.get(named.value);
    const taken = placeOf.get(named.value);
    const told = `${what}: else ${quoted(named.value)}`;
    if (standIn === undefined) {
      tell(
        named.line,
        notAmong(
          `${what}: else`,
          named.value,
          later.map((agent) => agent.name),
        ),
      );
    } else if (standIn.index < index) {
      tell(named.line, `${told} comes earlier. Write whoever works in its place after it.`);
    } else if (standIn.agent.connect.value === "parallel") {
      const way = "Connect it otherwise, or name another.";
      tell(named.line, `${told} is parallel, but works in this one's place, alone. ${way}`);
    } else if (taken !== undefined) {
      const way = "Write an agent of its own for each.";
      tell(named.line, `${told} works in the place of ${quoted(taken)} already. ${way}`);
    } else {
      standIns.set(name, named.value);
      placeOf.set(named.value, name);
    }
  }
  return standIns;
}
