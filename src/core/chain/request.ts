import type { ChainAgent } from "./chain.ts";
import { type InputPart, inputOf, type Told } from "./input.ts";
import { chainInputBlock, inMaterial, outputBlock } from "./material.ts";
import { filled, placeholdersIn } from "./placeholders.ts";

/**
 * What an agent is asked: its prompt with everything in its place. What it is given to work on comes after
 * it where no `{{input}}` says where it should stand, but for what the prompt names itself.
 */
export function agentRequest(agent: ChainAgent, told: Told): string {
  const given = inputOf(agent, told);
  const named = new Set(placeholdersIn(agent.prompt).map(({ name }) => name));
  const prompt = filled(agent.prompt, (name) => {
    if (name === "input") return inPlace(given);
    if (name === "chain_input") return inPlace([{ kind: "chain_input", text: told.input }]);
    const outcome = told.outcomes.find((one) => one.agent === name);
    return outcome === undefined ? "" : inPlace([{ kind: "output", outcome }]);
  });
  const rest = named.has("input") ? [] : given.filter((part) => !named.has(nameOf(part)));
  return [...dayLines(agent, told), prompt.trim(), ...rest.map(blockOf)].join("\n\n");
}

/** What is known of the day and the data, for those whom figures concern. */
function dayLines({ tools }: ChainAgent, { asOf, data }: Told): string[] {
  if (tools.length === 0 && data === null) return [];
  const synthetic = data?.synthetic ? ", synthetic: every figure is invented" : "";
  return [[`As of: ${asOf}`, ...(data ? [`Data: ${data.source}${synthetic}`] : [])].join("\n")];
}

function nameOf(part: InputPart): string {
  return part.kind === "output" ? part.outcome.agent : part.kind;
}

/** Parts within a prompt's own words: a chain's input of one line is a part of its sentence. */
function inPlace(parts: readonly InputPart[]): string {
  const [first, ...others] = parts;
  if (first?.kind === "chain_input" && others.length === 0 && !first.text.trim().includes("\n")) {
    return inMaterial(first.text.trim());
  }
  return `\n${parts.map(blockOf).join("\n\n")}\n`;
}

function blockOf(part: InputPart): string {
  return part.kind === "output" ? outputBlock(part.outcome) : chainInputBlock(part.text);
}
