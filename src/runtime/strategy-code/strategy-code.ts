/** The function that a strategy has to define. */
export const ENTRY = "execute_trade";

/** A strategy that can be tried: plain JavaScript, a script. */
export interface StrategyCode {
  readonly code: string;
  /** What was changed in what was given, each a sentence. */
  readonly notes: readonly string[];
}
