import { z } from "zod";
import { decisionSchema } from "#core/decision.ts";

const boundToolSchema = z.object({
  function: z.object({
    name: z.string(),
    parameters: z.object({ properties: z.record(z.string(), z.unknown()).optional() }).optional(),
  }),
});

/** What the rules model needs to know of a tool that is bound to it. */
export interface BoundTool {
  readonly name: string;
  /** Whether its arguments are a decision, as structured output asks for one. */
  readonly takesDecision: boolean;
}

/** Reads a tool in OpenAI's form; null for anything else. */
export function readBoundTool(tool: unknown): BoundTool | null {
  const parsed = boundToolSchema.safeParse(tool);
  if (!parsed.success) return null;
  const { name, parameters } = parsed.data.function;
  const taken = new Set(Object.keys(parameters?.properties ?? {}));
  return { name, takesDecision: Object.keys(decisionSchema.shape).every((key) => taken.has(key)) };
}
