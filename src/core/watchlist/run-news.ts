import type { RunState } from "../run-state.ts";
import type { Usage } from "../usage.ts";

/** What has become of one run of a list. */
export interface RunNews {
  readonly runId: string;
  readonly symbol: string;
  readonly state: RunState;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How long it was worked on, as its row will say; absent where only the news' times tell. */
  readonly ms?: number | null;
  /** Why there is no result; null where there is one, or not yet. */
  readonly error: string | null;
  /** What its models have used; null while it has no result. */
  readonly usage: Usage | null;
}
