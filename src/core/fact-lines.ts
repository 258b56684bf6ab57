import type { z } from "zod";
import { type Fact, factSchema } from "./fact.ts";

/** A fact as a prompt carries it. */
const promptFactSchema = factSchema.pick({
  id: true,
  label: true,
  value: true,
  unit: true,
  currency: true,
  asOf: true,
  note: true,
});

export type PromptFact = z.infer<typeof promptFactSchema>;

const BLOCK = /<facts>\n([\s\S]*?)\n?<\/facts>/g;

/**
 * Facts as a block of JSON lines for a prompt. Text from the web stands inside JSON strings, with
 * `<` escaped, so that it can neither end the block nor begin another.
 */
export function writeFacts(facts: readonly Fact[]): string {
  const lines = facts.map((fact) => {
    const { id, label, value, unit, currency, asOf, note } = fact;
    return inert({ id, label, value: rounded(value), unit, currency, asOf, note });
  });
  return block("facts", lines);
}

/**
 * Sentences as a block of JSON strings for a prompt. What a source has said of itself may be in them:
 * like facts, they can neither end their block nor begin another.
 *
 * @param name of the block: "notices" are of a tool's facts, "flags" of a run's data
 */
export function writeSentences(name: "notices" | "flags", sentences: readonly string[]): string {
  return block(name, sentences.map(inert));
}

function block(name: string, lines: readonly string[]): string {
  return `<${name}>\n${lines.join("\n")}\n</${name}>`;
}

/** The facts of every block in a prompt, in order. A line that is no fact is passed over. */
export function readFacts(prompt: string): PromptFact[] {
  return readBlocks(prompt, BLOCK, promptFactSchema);
}

/** One value as JSON that cannot close or open a tag. */
export function inert(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** Every line of the blocks that `block` finds which the schema accepts. */
export function readBlocks<T>(prompt: string, block: RegExp, schema: z.ZodType<T>): T[] {
  return [...prompt.matchAll(block)].flatMap(([, lines = ""]) =>
    lines.split("\n").flatMap((line) => {
      const parsed = schema.safeParse(parsedJson(line));
      return parsed.success ? [parsed.data] : [];
    }),
  );
}

function parsedJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** Eight significant digits: more than any report states, fewer tokens than a double's seventeen. */
function rounded(value: Fact["value"]): Fact["value"] {
  return typeof value === "number" ? Number(value.toPrecision(8)) : value;
}
