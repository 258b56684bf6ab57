import { beginningOf, sentencesOf } from "../excerpt.ts";
import { givenLines } from "./given.ts";
import type { AgentPart } from "./part.ts";

const WHO =
  "The built-in model writes by rules, out of facts that tools bring, and has no knowledge of its own";
const WAY_OUT = "A live model can: set OPENAI_API_KEY, or give the agent a model of its own.";

/** How many sentences of its task are quoted. */
const ASKED = 2;

/**
 * An answer to what is beyond the model: that it is, what it was asked, and what it was given.
 *
 * @param why as part of a sentence
 */
export function writePlainAnswer(part: AgentPart, why: string): string {
  const [beginning = ""] = part.task.split("\n\n");
  const asked = sentencesOf(beginning).filter((sentence) => !sentence.endsWith(":"));
  const given = givenLines(part);
  return [
    `${WHO}; ${why}, so it cannot do this part. ${WAY_OUT}`,
    ...(asked.length === 0
      ? []
      : [`It was asked: ${asked.slice(0, ASKED).map(beginningOf).join(" ")}`]),
    ...(given.length === 0 ? [] : ["It was given:", given.join("\n")]),
  ].join("\n\n");
}
