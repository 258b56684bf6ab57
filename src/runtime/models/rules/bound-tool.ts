import { z } from "zod";

const boundToolSchema = z.object({
  function: z.object({
    name: z.string(),
    parameters: z.object({ properties: z.record(z.string(), z.unknown()).optional() }).optional(),
  }),
});

/** What the rules model needs to know of a tool that is bound to it. */
export interface BoundTool {
  readonly name: string;
  /** The names of its arguments. */
  readonly takes: ReadonlySet<string>;
}

/** Reads a tool in OpenAI's form; null for anything else. */
export function readBoundTool(tool: unknown): BoundTool | null {
  const parsed = boundToolSchema.safeParse(tool);
  if (!parsed.success) return null;
  const { name, parameters } = parsed.data.function;
  return { name, takes: new Set(Object.keys(parameters?.properties ?? {})) };
}
