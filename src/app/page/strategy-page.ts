import type { OpenLot, Trade } from "#core/backtest/backtest-run.ts";
import type { Bars } from "#core/backtest/bars.ts";
import type { ExecutionRules } from "#core/backtest/execution-rules.ts";
import type { Metrics } from "#core/backtest/metrics.ts";
import type { Day } from "#core/day.ts";
import type { Html } from "./html.ts";

/** A strategy, or buying and holding, as a page shows it. */
export interface Shown {
  readonly name: string;
  /** Who wrote it; null where nobody was asked. */
  readonly model: string | null;
  /** Its colour's name: "0" to "7", or "hold". */
  readonly colour: string;
  /** From 1; null where it is not ranked. */
  readonly rank: number | null;
  /** Why it has no figures or no rank; null where there is nothing to explain. */
  readonly remark: string | null;
  /** One of each of the page's periods; empty where it could not be run. */
  readonly periods: readonly Metrics[];
  readonly deflatedSharpe: number | null;
  /** null where there is none to show. */
  readonly code: string | null;
  /** What was answered instead of a strategy; null where nothing was. */
  readonly answer: string | null;
  readonly warnings: readonly string[];
  readonly trades: readonly Trade[];
  readonly open: readonly OpenLot[];
  /** One number a bar; empty without a run. */
  readonly equity: readonly number[];
}

/** A column of the table of results. */
export interface ResultColumn {
  readonly title: string;
  /** null is unknown. */
  readonly of: (shown: Shown) => number | null;
  readonly words: (value: number) => string;
  /** Whether it is what the order comes from. */
  readonly main?: boolean;
}

/** An author's time at work, in milliseconds after the first had begun. */
export interface Shift {
  readonly shown: Shown;
  readonly from: number;
  readonly to: number;
}

/** What a page of strategies shows, whatever it was made from. */
export interface StrategyPage {
  readonly title: string;
  readonly symbol: string;
  /** What it is, in few words behind the symbol. */
  readonly kind: string;
  /** What came of it, in a sentence. */
  readonly outcome: string;
  readonly currency: string | null;
  /** Where the bars came from. */
  readonly source: string;
  /** What is said of bars that are invented; null where they are not. */
  readonly invented: string | null;
  /** What a reader must know before believing any of it. */
  readonly notices: readonly string[];
  readonly bars: Bars;
  /** The first day out of sample; null where periods are not told apart. */
  readonly split: Day | null;
  readonly rules: ExecutionRules;
  /** What the columns of metrics are called, and which of them is judged by. */
  readonly periods: readonly string[];
  readonly judged: number;
  readonly columns: readonly ResultColumn[];
  /** Which bars the table of results is of, in a sentence. */
  readonly caption: string;
  /** In the order in which the page shows them. */
  readonly strategies: readonly Shown[];
  readonly benchmark: Shown;
  /** How many of the strategies the table has before it. */
  readonly benchmarkPlace: number;
  readonly shifts: readonly Shift[];
  /** How long the authors took, in a sentence; null where nobody was asked. */
  readonly pace: string | null;
  /** How this page's figures are defined, beyond what every page says. */
  readonly definitions: readonly Html[];
  /** Which engine and which run, for the last line. */
  readonly made: readonly string[];
}
