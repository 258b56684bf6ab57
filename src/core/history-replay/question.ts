import type { Day } from "../day.ts";
import type { Decision } from "../decision.ts";
import type { Provenance } from "../result.ts";

/** What a replay is of, and by what it is measured. */
export interface ReplayQuestion {
  readonly symbol: string;
  readonly benchmark: string;
  /** The models as results state them. */
  readonly model: string;
  readonly data: Provenance;
  readonly from: Day;
  readonly to: Day;
  /** The grid's step as typed. */
  readonly every: string;
  /** What every decision is scored over; null is its own horizon. */
  readonly horizon: Decision["horizon"] | null;
  /** Of a trade, in basis points of its value. */
  readonly costs: number;
}
