import { beginningOf, sentencesOf } from "../excerpt.ts";
import type { AgentPart } from "./part.ts";

/** What an agent was given, a line each: how the input and each earlier agent's output begin. */
export function givenLines({ input, outputs }: AgentPart): string[] {
  return [
    ...(input === null ? [] : [`- the input: ${quote(input)}`]),
    ...outputs.map(({ agent, marks, text }) => {
      return `- ${agent}${marks === "" ? "" : ` (${marks})`}: ${quote(text)}`;
    }),
  ];
}

function quote(text: string): string {
  const [first] = sentencesOf(text.replaceAll("&lt;", "<"));
  return first === undefined ? "nothing" : beginningOf(first);
}
