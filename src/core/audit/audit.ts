import { z } from "zod";

/**
 * `sourced`: it is a fact's value as written; `derived`: simple arithmetic on facts; `unsourced`:
 * neither, or the sentence says plainly something else than the fact does.
 */
const figureStatuses = ["sourced", "derived", "unsourced"] as const;

/** One figure of a run's texts, held against the facts. */
const auditedFigureSchema = z.object({
  /** As written. */
  figure: z.string(),
  /** The text that it stands in: `market`, `bull_researcher.1`, `decision.thesis`, `decision.risks.0`. */
  where: z.string(),
  /** Where it begins in that text, in UTF-16 units. */
  at: z.int().min(0),
  status: z.enum(figureStatuses),
  /** The fact that it is; of a derived one, the first that it is made from. null where unsourced. */
  factId: z.string().nullable(),
  /** Of a derived figure: how, with the facts' ids. null otherwise. */
  derivation: z.string().nullable(),
  /** Of an unsourced figure: the fact that comes nearest; null where none does. */
  nearest: z.string().nullable(),
  /** Of an unsourced figure that has a nearest fact: what does not fit, in a few words. */
  problem: z.string().nullable(),
});
export type AuditedFigure = z.infer<typeof auditedFigureSchema>;

const count = z.int().min(0);

/** Every figure of a run's reports, arguments and decision, and where it comes from. */
export const auditSchema = z.object({
  figures: count,
  sourced: count,
  derived: count,
  unsourced: count,
  items: z.array(auditedFigureSchema),
});
export type Audit = z.infer<typeof auditSchema>;

/** A text to audit, and what `where` calls it. */
export interface Passage {
  readonly where: string;
  readonly text: string;
}
