import type { Chain, ChainAgent } from "#core/chain/chain.ts";
import type { Condition, ConditionTest } from "#core/chain/condition.ts";
import type { NamedAgent } from "./named-agent.ts";

/** Stands for a test that could not be read, while all else is looked at. */
const UNREAD: ConditionTest = { kind: "contains", text: "?" };

/** What is not written as such in a chain's file, but follows from it. */
interface Meant {
  /** Who works in an agent's place, by its name: those who can. */
  readonly standIns: ReadonlyMap<string, string>;
  /** Whom an agent's condition speaks of, by its name, where it does not say. */
  readonly subjects: ReadonlyMap<string, string>;
}

/** Agents as a chain has them. Where a mistake was told, something stands in for what is of no use. */
export function assemble(
  agents: readonly NamedAgent[],
  { standIns, subjects }: Meant,
): Pick<Chain, "agents"> {
  const conditionOf = ({ name, connect, when }: NamedAgent): Condition | null =>
    connect.value === "conditional"
      ? { agent: when?.agent?.value ?? subjects.get(name) ?? "", test: when?.test ?? UNREAD }
      : null;
  return {
    agents: agents.map((agent): ChainAgent => {
      const { name, model, prompt, tools, connect, group } = agent;
      return {
        name,
        model: model?.value ?? null,
        prompt: prompt?.value ?? "",
        tools: tools.map(({ value }) => value),
        connect: connect.value,
        group: connect.value === "parallel" ? (group?.value ?? null) : null,
        when: conditionOf(agent),
        else: standIns.get(name) ?? null,
      };
    }),
  };
}
