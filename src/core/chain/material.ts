import type { AgentOutcome } from "./agent-outcome.ts";

/** What opens or closes a block, or begins another kind of markup. A number that is less is none. */
const TAG = /<(?=\s*\/|[a-z!?])/gi;

/**
 * What an agent has come to as a block of a prompt. It is a model's text about hostile text: it can neither
 * close its block nor begin another. Without an output it says why.
 */
export function outputBlock(outcome: AgentOutcome): string {
  const { agent, state, output, cut, stance, confidence } = outcome;
  const marks = [
    `agent="${agent}"`,
    ...(state === "done" ? [] : [`state="${state}"`]),
    ...(cut ? ['state="cut off by the output limit"'] : []),
    ...(stance === null ? [] : [`stance="${stance}"`]),
    ...(confidence === null ? [] : [`confidence="${confidence.toFixed(2)}"`]),
  ];
  return `<output ${marks.join(" ")}>\n${inMaterial(output ?? whyNone(outcome))}\n</output>`;
}

/** A chain's input as a block of a prompt. */
export function chainInputBlock(input: string): string {
  return `<chain_input>\n${inMaterial(input)}\n</chain_input>`;
}

/** A text that can open and close nothing of the prompt that it stands in. */
export function inMaterial(text: string): string {
  return text.replace(TAG, "&lt;");
}

function whyNone({ gap, skipped }: AgentOutcome): string {
  if (gap !== null) return `There is no output (${gap.reason}): ${gap.message}`;
  return `There is no output: it was not asked. ${skipped ?? ""}`.trimEnd();
}
