import { readAgentLine } from "#core/chain/agent-line.ts";
import { readRole } from "#core/role.ts";
import { canonicalJson } from "./hash.ts";
import { differs } from "./misfit.ts";
import type { Prompt, PromptMessage } from "./prompt.ts";

/** Letters shown of what comes before a difference. */
const LEAD = 20;

/** Where a prompt departs from the recorded one that is most like it. */
export function promptDifference(recorded: readonly Prompt[], now: Prompt): string {
  const speaker = speakerOf(now);
  const [nearest] = recorded
    .filter((prompt) => speakerOf(prompt) === speaker)
    .sort((a, b) => inCommon(b, now) - inCommon(a, now));
  if (nearest === undefined) return `no model call of ${speaker} was recorded`;
  const index = inCommon(nearest, now);
  const [before, after] = [nearest.messages[index], now.messages[index]];
  return (
    lineDifference(`message ${index + 1} of ${speaker}`, linesOf(before), linesOf(after)) ??
    lineDifference(`tools of ${speaker}`, toolsOf(nearest), toolsOf(now)) ??
    `${speaker} asks the same more often than was recorded`
  );
}

/** How many messages two prompts begin with in common. */
function inCommon(a: Prompt, b: Prompt): number {
  const index = a.messages.findIndex(
    (message, at) => canonicalJson(message) !== canonicalJson(b.messages[at] ?? null),
  );
  return index === -1 ? a.messages.length : index;
}

/** The first line in which two texts differ, from shortly before where they do. */
function lineDifference(
  where: string,
  before: readonly string[],
  after: readonly string[],
): string | null {
  const count = Math.max(before.length, after.length);
  for (let index = 0; index < count; index += 1) {
    const [old, now] = [before[index], after[index]];
    if (old === now) continue;
    const from = Math.max(0, firstDifference(old ?? "", now ?? "") - LEAD);
    return differs(`${where}, line ${index + 1}`, old?.slice(from), now?.slice(from));
  }
  return null;
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

/** A message's text and what else it says; nothing where there is no message. */
function linesOf(message: PromptMessage | undefined): readonly string[] {
  if (message === undefined) return [];
  const { content, ...rest } = message;
  const text = typeof content === "string" ? content : canonicalJson(content);
  return [...text.split("\n"), canonicalJson(rest)];
}

function toolsOf({ tools }: Prompt): readonly string[] {
  return tools.map(canonicalJson);
}

function speakerOf({ messages: [first] }: Prompt): string {
  const system = typeof first?.content === "string" ? first.content : "";
  return readRole(system) ?? readAgentLine(system)?.agent ?? "a model";
}
