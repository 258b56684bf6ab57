import type { Clock } from "#core/ports.ts";
import type { Store } from "#runtime/store/store.ts";
import type { Config, Environment } from "../config.ts";
import type { ChartMarket } from "../page/page-of-run.ts";
import type { RunsAtWork } from "./runs-at-work.ts";
import type { Starters } from "./starters.ts";

/** How much is taken, and how often it is looked. */
export interface WebLimits {
  /** Runs at once, of which a list is one. */
  readonly runs: number;
  /** Of a request's body, in bytes. */
  readonly body: number;
  /** How long a request may take to be here whole, in ms. */
  readonly requestMs: number;
  /** Runs that are followed at once. */
  readonly streams: number;
  /** How often the record of a run is read that somebody follows. */
  readonly lookMs: number;
  /** How often something is sent to whoever follows a run of which nothing is told. */
  readonly heartbeatMs: number;
}

export const usualLimits: WebLimits = {
  runs: 6,
  body: 256 * 1024,
  requestMs: 10_000,
  streams: 64,
  lookMs: 1_000,
  heartbeatMs: 15_000,
};

/** The page as a browser loads it. */
export interface PageFiles {
  /** The document that every page begins from. */
  shell(): Promise<string>;
  bundle(): Promise<{
    readonly script: string;
    readonly style: string;
    /** Rules that a library of the page adds by itself. */
    readonly chartStyle: string;
  }>;
}

/** What the server answers from. */
export interface WebParts {
  /** The one that it listens on. */
  readonly port: number;
  readonly store: Store;
  readonly config: Config;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly atWork: RunsAtWork;
  readonly starters: Starters;
  readonly page: PageFiles;
  /** Where the charts of runs have their bars from. */
  readonly market: ChartMarket;
  readonly limits: WebLimits;
  /** Aborted when the server ends. */
  readonly closing: AbortSignal;
  /** Makes a copy of plain data in which no secret stands. */
  readonly clean: <T>(value: T) => T;
  /** Tells the person at the terminal. */
  readonly tell: (line: string) => void;
}
