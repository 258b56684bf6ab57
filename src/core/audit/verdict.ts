import { figure as written } from "../figure.ts";
import type { AuditedFigure } from "./audit.ts";
import type { Known } from "./known.ts";

/** What an audit finds of one figure. */
export type Verdict = Pick<
  AuditedFigure,
  "status" | "factId" | "derivation" | "nearest" | "problem"
> & {
  /** The value that it is; null where it is none, or one of a fact that is no number. */
  readonly known: Known | null;
};

/** A figure that is a known value: a fact's, or one that follows from facts. */
export function sourcedTo(known: Known): Verdict {
  const { factId, derivation } = known;
  const status = derivation === null ? "sourced" : "derived";
  return { status, factId, derivation, nearest: null, problem: null, known };
}

/** A figure that is a datum of a fact that is no number: its day, its text, its label. */
export function sourcedToFact(factId: string): Verdict {
  return { status: "sourced", factId, derivation: null, nearest: null, problem: null, known: null };
}

/** A figure that no fact has. */
export function unsourced(nearest: string | null, problem: string | null): Verdict {
  return { status: "unsourced", factId: null, derivation: null, nearest, problem, known: null };
}

/** "RSI (14) is 28.30". */
export function stated({ label, value, unit, currency }: Known): string {
  const amount =
    unit === "percentage_points"
      ? `${written(value, "points")} percentage points`
      : written(value, unit, currency);
  return `${label} is ${amount}`;
}
