import type { z } from "zod";
import type { BoundTool } from "./bound-tool.ts";
import { type Brief, readBrief } from "./brief-reader.ts";
import type { Evidence } from "./evidence.ts";

/** A role that answers with a filled form rather than with a report. */
export interface FormWriter {
  /** Whether a tool's arguments are its form, as structured output asks for one. */
  fits(tool: BoundTool): boolean;
  /** The form, filled from a request and the facts that came with it. */
  fill(request: string, evidence: Evidence): Readonly<Record<string, unknown>>;
  /** The same as prose, for a caller that bound no tool to fill. */
  tell(request: string, evidence: Evidence): string;
}

/** Makes a writer of a form's schema, of what fills it and of how it reads as prose. */
export function formWriter<T extends Readonly<Record<string, unknown>>>(
  schema: z.ZodObject,
  fill: (brief: Brief, evidence: Evidence) => T,
  tell: (filled: T) => readonly string[],
): FormWriter {
  const fields = Object.keys(schema.shape);
  return {
    fits: ({ takes }) => fields.every((field) => takes.has(field)),
    fill: (request, evidence) => fill(readBrief(request), evidence),
    tell: (request, evidence) => tell(fill(readBrief(request), evidence)).join("\n\n"),
  };
}
