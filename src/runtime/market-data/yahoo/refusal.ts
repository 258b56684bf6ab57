import { z } from "zod";

/** Yahoo's own word that it will not answer: an HTTP status and, mostly, a code and a sentence. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string | null;
  readonly description: string | null;

  constructor(status: number, code: string | null, description: string | null) {
    super(description ?? `status ${status}`);
    this.name = "Refusal";
    this.status = status;
    this.code = code;
    this.description = description;
  }

  /** The crumb or its cookie is not, or no longer, good. */
  get ofSession(): boolean {
    return this.status === 401 || /invalid (crumb|cookie)/i.test(this.message);
  }

  get ofSymbol(): boolean {
    return this.code === "Not Found" || (this.status === 404 && this.description !== null);
  }

  /** A known symbol that was not traded in the days asked for. */
  get ofPeriod(): boolean {
    return /data doesn.t exist/i.test(this.message);
  }
}

/** The one key is the resource's name: chart, quoteResponse, quoteSummary, timeseries or finance. */
const refusedSchema = z.record(
  z.string(),
  z.looseObject({ error: z.object({ code: z.string(), description: z.string().nullish() }) }),
);

/** The refusal that a body carries, whatever its status; null where it carries none. */
export function refusalIn(status: number, body: unknown): Refusal | null {
  const refused = refusedSchema.safeParse(body);
  const [first] = refused.success ? Object.values(refused.data) : [];
  if (first === undefined) return null;
  return new Refusal(status, first.error.code, first.error.description ?? null);
}
