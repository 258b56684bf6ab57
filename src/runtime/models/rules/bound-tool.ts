import { z } from "zod";

const argumentSchema = z.object({ enum: z.array(z.string()).optional() });

const boundToolSchema = z.object({
  function: z.object({
    name: z.string(),
    parameters: z
      .object({ properties: z.record(z.string(), argumentSchema.catch({})).optional() })
      .optional(),
  }),
});

/** What the rules model needs to know of a tool that is bound to it. */
export interface BoundTool {
  readonly name: string;
  /** Its arguments by name, each with what it may be; null where that is not a list of words. */
  readonly takes: ReadonlyMap<string, readonly string[] | null>;
}

/** Reads a tool in OpenAI's form; null for anything else. */
export function readBoundTool(tool: unknown): BoundTool | null {
  const parsed = boundToolSchema.safeParse(tool);
  if (!parsed.success) return null;
  const { name, parameters } = parsed.data.function;
  const takes = Object.entries(parameters?.properties ?? {}).map(
    ([argument, { enum: choices = null }]) => [argument, choices] as const,
  );
  return { name, takes: new Map(takes) };
}
