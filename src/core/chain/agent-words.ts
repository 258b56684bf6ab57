import type { ChainAgent } from "./chain.ts";
import { conditionWords } from "./condition-words.ts";

/**
 * How an agent is set up, on a line.
 *
 * @example "critic: parallel in sides, model gpt-5, tools get_quote, get_news"
 */
export function agentWords({
  name,
  connect,
  group,
  when,
  model,
  tools,
  ...agent
}: ChainAgent): string {
  const parts = [
    `${connect}${group === null ? "" : ` in ${group}`}`,
    ...(when === null ? [] : [`if ${conditionWords(when)}`]),
    ...(agent.else === null ? [] : [`else ${agent.else}`]),
    ...(model === null ? [] : [`model ${model}`]),
    ...(tools.length === 0 ? [] : [`tools ${tools.join(", ")}`]),
  ];
  return `${name}: ${parts.join(", ")}`;
}
