import { z } from "zod";
import { printable } from "#core/render/printable.ts";

const LONGEST_CHARACTERS = 200;
/** Shorter ones, such as a local server's "x", are no secret and part of ordinary words. */
const SHORTEST_SECRET = 8;

/** What a provider says of its error: `{error: {message, code}}`, with dialects. */
export interface Said {
  readonly message: string | null;
  readonly code: string | null;
  /** An HTTP status that the body names, as OpenRouter's do; null where it names none. */
  readonly status: number | null;
}

const detailSchema = z.object({
  message: z.string().nullish().catch(null),
  code: z.union([z.string(), z.number()]).nullish().catch(null),
  type: z.string().nullish().catch(null),
});
const bodySchema = z.object({ error: z.union([detailSchema, z.string()]) });

/** The error in a parsed body; null where there is none. */
export function errorIn(body: unknown): Said | null {
  const { data } = bodySchema.safeParse(body);
  if (data === undefined) return null;
  if (typeof data.error === "string") return { message: data.error, code: null, status: null };
  const { message = null, type } = data.error;
  const code = data.error.code ?? (type === "insufficient_quota" ? type : null);
  const number = Number(code ?? Number.NaN);
  return {
    message,
    code: typeof code === "string" ? code : null,
    status: Number.isInteger(number) && number >= 400 && number < 600 ? number : null,
  };
}

/** A provider's words as one short line that can be printed and holds no secret, echoed or not. */
export function oneLine(text: string, secret: string): string {
  const safe = secret.length < SHORTEST_SECRET ? text : text.replaceAll(secret, "[key]");
  const line = printable(safe).replace(/\s+/g, " ").trim();
  return line.length > LONGEST_CHARACTERS ? `${line.slice(0, LONGEST_CHARACTERS)}…` : line;
}

/** Text as JSON; undefined where it is none. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
