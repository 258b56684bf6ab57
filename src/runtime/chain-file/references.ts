import { placeholdersIn } from "#core/chain/placeholders.ts";
import { quoted } from "#core/errors.ts";
import type { NamedAgent } from "./named-agent.ts";

/** Where an agent names another. */
export interface Reference {
  readonly how: "prompt" | "when" | "else";
  /** The name as written, whoever has it. */
  readonly to: string;
  readonly line: number;
  /** In words, as mistakes begin: `agent "b": {{a}}`. */
  readonly what: string;
}

/** What a prompt may hold beside agents' names. */
export const INPUTS: readonly string[] = ["input", "chain_input"];

/** Everyone whom an agent names: in its prompt (once each), in its condition, and for its place. */
export function referencesOf({ prompt, when, ...agent }: NamedAgent): Reference[] {
  const placeholders = new Map(placeholdersIn(prompt?.value ?? "").map((one) => [one.name, one]));
  const references: Reference[] = [...placeholders.values()].flatMap(({ name, text }) =>
    prompt === null || INPUTS.includes(name)
      ? []
      : [
          {
            how: "prompt",
            to: name,
            line: prompt.lineOf(text),
            what: `${agent.what}: ${quoted(text)}`,
          },
        ],
  );
  const named = (how: "when" | "else", name: { value: string; line: number } | null) => {
    if (name === null) return;
    const what = `${agent.what}: ${how === "when" ? "when speaks of" : "else"} ${quoted(name.value)}`;
    references.push({ how, to: name.value, line: name.line, what });
  };
  named("when", when?.agent ?? null);
  named("else", agent.else);
  return references;
}
