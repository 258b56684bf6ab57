import { z } from "zod";
import type { HistoryEntry } from "#core/run-history.ts";
import { runKinds } from "#core/run-kind.ts";
import type { NumberedEvent } from "#runtime/journal.ts";
import type { RunPage } from "../page/run-page.ts";

/**
 * What the page and its server say to each other. All is JSON, but for the events of a run, which are
 * server-sent, and its report as a file.
 *
 *   GET  /api/choices                what may be asked
 *   GET  /api/history?search=&kind=&before=&limit=
 *   GET  /api/runs/:id               a RunView
 *   GET  /api/runs/:id/events        server-sent: see RunMessage
 *   GET  /api/runs/:id/report.html|.md|.json
 *   GET  /api/compare?a=&b=          a Comparison
 *   GET  /api/lists/:id              a ListView
 *   POST /api/runs                   a StartRequest; answers Started with 202
 *   POST /api/runs/:id/rerun         its gaps anew, else all of it; answers Started
 *   POST /api/runs/:id/resume        goes on with one that was cut off, stopped or over its time; Started
 *   POST /api/runs/:id/stop          ends one that this server is at; answers 204
 *   POST /api/lists/:id/stop         ends a list likewise, with all of its runs; answers 204
 *   POST /api/chains/check           a ChainText; answers CheckedChain
 *
 * What is refused is answered with a Refusal: 400 for what cannot be used, 403 for another origin or
 * host, 404 for what is not there, 409 for what cannot be done now, 413 for a body too large, 415 for one
 * that is no JSON, 429 where as many runs are at work as may be, 503 where as many pages follow runs.
 */
export interface Refusal {
  /** A sentence with the value, the valid choices and the way out. */
  readonly error: string;
}

/** Options as the command line names them, without its dashes: `{"depth": "deep"}`. */
const optionsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const startRequestSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("analysis"), ticker: z.string(), options: optionsSchema }),
  z.object({ kind: z.literal("watchlist"), tickers: z.string(), options: optionsSchema }),
  z.object({ kind: z.literal("contest"), ticker: z.string(), options: optionsSchema }),
  z.object({
    kind: z.literal("chain"),
    chain: z.string(),
    input: z.string(),
    options: optionsSchema,
  }),
]);

export type StartRequest = z.infer<typeof startRequestSchema>;

/** What was begun: a run, or a list of them. */
export type Started = { readonly run: string } | { readonly list: string };

export const chainTextSchema = z.object({ chain: z.string() });

/** A mistake in a chain; lines count from 1. */
export interface ShownMistake {
  readonly line: number;
  readonly message: string;
}

export type CheckedChain =
  | { readonly mistakes: readonly ShownMistake[] }
  | {
      readonly mistakes: readonly [];
      readonly name: string;
      /** The groups that would come to work, in their order. */
      readonly groups: readonly { readonly name: string; readonly agents: readonly string[] }[];
      /** A Mermaid drawing. */
      readonly drawing: string;
    };

/** A choice, and what it means. */
interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What may be asked, and what is taken where nothing is said. */
export interface Choices {
  readonly version: string;
  readonly analysts: readonly Choice[];
  readonly depths: readonly Choice[];
  readonly sources: readonly Choice[];
  /** Models by name; others may be typed. */
  readonly models: readonly string[];
  readonly authors: readonly string[];
  /** The names of tools, for chains. */
  readonly tools: readonly string[];
  /** Examples to begin a chain from. */
  readonly chains: readonly {
    readonly name: string;
    readonly text: string;
    readonly input: string;
  }[];
  /** What a run is without any choice: the model, and what a reader must know, such as invented data. */
  readonly usual: {
    readonly model: string;
    readonly depth: string;
    readonly source: string;
    readonly notice: string | null;
  };
  /** Runs at once, at most. */
  readonly mostRuns: number;
}

export const historyQuerySchema = z.object({
  search: z.string().max(200).optional(),
  kind: z.enum(runKinds).optional(),
  before: z.coerce.number().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** The history, newest first; longer than asked where many runs were made at one moment. */
export interface History {
  readonly runs: readonly HistoryEntry[];
  /** Whether there are older ones. */
  readonly more: boolean;
}

/** A run as it is now. */
export interface RunView {
  readonly run: HistoryEntry;
  /** Whether this server is at it, so that it can be stopped here; a list's run is stopped with its list. */
  readonly here: boolean;
  /** Its settings, as a person writes them. */
  readonly settings: readonly { readonly setting: string; readonly value: string }[];
  /** All there is to show; null without a result. */
  readonly page: RunPage | null;
}

/**
 * What is told of a run as it happens: `data` of a server-sent event. The id of one with events is the
 * number of its last, which a browser gives back as Last-Event-ID.
 */
export type RunMessage =
  | { readonly type: "events"; readonly events: readonly NumberedEvent[] }
  /** How it stands; sent first, and where it changes. */
  | { readonly type: "run"; readonly run: HistoryEntry }
  /** It has ended, or nobody is at it: nothing more will come. */
  | { readonly type: "end"; readonly run: HistoryEntry };

/** Two analyses beside each other. */
export interface Comparison {
  readonly a: HistoryEntry;
  readonly b: HistoryEntry;
  /** Settings that are not the same, and what came of both; a text for people in Markdown. */
  readonly markdown: string;
}

/** A watchlist as it stands. */
export interface ListView {
  readonly id: string;
  /** Whether this server is at it, so that it can be stopped here. */
  readonly here: boolean;
  readonly runs: readonly HistoryEntry[];
}
