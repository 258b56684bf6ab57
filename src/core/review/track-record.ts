import { z } from "zod";
import { type Day, daySchema } from "../day.ts";
import { actions, horizons } from "../decision.ts";
import { inert } from "../fact-lines.ts";
import { type ReviewedDecision, type ScoredDecision, scoredOf } from "./reviewed.ts";
import { summaryOf } from "./summary.ts";

const count = z.int().min(0);
const share = z.number().min(0).max(1);

/** A decision and what came of it, in percent. */
const rememberedSchema = z.object({
  symbol: z.string(),
  asOf: daySchema,
  action: z.enum(actions),
  confidence: share,
  horizon: z.enum(horizons),
  exitDay: daySchema,
  returnPercent: z.number(),
  benchmarkPercent: z.number(),
  excessPercent: z.number(),
  hit: z.boolean(),
});

const recordPartSchema = z.object({
  /** Whose decisions they are; empty where there are none. */
  symbols: z.array(z.string()),
  /** Decisions that could be scored; the figures below are of these, and null without one. */
  decisions: count,
  hits: count,
  hitRate: share.nullable(),
  /** In the decisions' direction, in percentage points; see ReviewSummary. */
  meanExcessPercent: z.number().nullable(),
  brier: share.nullable(),
  /** Decisions whose horizon has passed, but that could not be scored. */
  unscored: count,
  /** The last few that were scored, newest first. */
  recent: z.array(rememberedSchema),
});

/** How the desk's own decisions on a symbol and on its peers turned out, as far as known on a day. */
export const trackRecordSchema = z.object({
  symbol: z.string(),
  asOf: daySchema,
  /** The symbol that returns are measured by. */
  benchmark: z.string(),
  own: recordPartSchema,
  peers: recordPartSchema,
  /** Why some are not scored, each once. */
  notices: z.array(z.string()),
});

export type TrackRecord = z.infer<typeof trackRecordSchema>;
export type RecordPart = TrackRecord["own"];
export type RememberedDecision = RecordPart["recent"][number];

/** Decisions and what came of them, newest first, as a record. */
export function trackRecordOf(
  subject: { readonly symbol: string; readonly asOf: Day; readonly benchmark: string },
  own: readonly ReviewedDecision[],
  peers: readonly ReviewedDecision[],
): TrackRecord {
  const { symbol, asOf, benchmark } = subject;
  const whys = [...own, ...peers].flatMap(({ outcome }) =>
    outcome.kind === "unscorable" ? [outcome.why] : [],
  );
  return {
    symbol,
    asOf,
    benchmark,
    own: partOf(own),
    peers: partOf(peers),
    notices: [...new Set(whys)],
  };
}

const RECENT = 5;

function partOf(reviewed: readonly ReviewedDecision[]): RecordPart {
  const scored = scoredOf(reviewed);
  const { count: decisions, hits, hitRate, meanExcessPercent, brier } = summaryOf(scored);
  return {
    symbols: [...new Set(reviewed.map(({ decision }) => decision.symbol))],
    decisions,
    hits,
    hitRate,
    meanExcessPercent,
    brier,
    unscored: reviewed.length - decisions,
    recent: scored.slice(0, RECENT).map(remembered),
  };
}

function remembered(decision: ScoredDecision): RememberedDecision {
  const { symbol, asOf, action, confidence, horizon, score } = decision;
  const { exitDay, returnPercent, benchmarkPercent, excessPercent, hit } = score;
  return {
    symbol,
    asOf,
    action,
    confidence,
    horizon,
    exitDay,
    returnPercent,
    benchmarkPercent,
    excessPercent,
    hit,
  };
}

/**
 * A record as a block of JSON lines for a prompt: a line for the symbol, one for its peers, one for
 * each decision told. Shares are in percent, as their facts are.
 */
export function writeRecord(record: TrackRecord): string {
  const { own, peers, benchmark, notices } = record;
  const lines = [
    { of: "own decisions", symbols: [record.symbol], benchmark, ...told(own) },
    ...(peers.symbols.length > 0
      ? [{ of: "peers", symbols: peers.symbols, benchmark, ...told(peers) }]
      : []),
    ...[...own.recent, ...peers.recent].map(toldDecision),
    ...notices.map((notice) => ({ unscored: notice })),
  ];
  return `<record>\n${lines.map(inert).join("\n")}\n</record>`;
}

function told({ decisions, hits, hitRate, meanExcessPercent, brier, unscored }: RecordPart) {
  return {
    decisions,
    hits,
    hit_rate_percent: short(percent(hitRate)),
    mean_excess_percent: short(meanExcessPercent),
    brier: short(brier),
    unscored,
  };
}

function toldDecision(decision: RememberedDecision) {
  const { symbol, asOf, action, confidence, horizon, exitDay, hit } = decision;
  return {
    symbol,
    day: asOf,
    action,
    confidence_percent: short(percent(confidence)),
    horizon,
    until: exitDay,
    return_percent: short(decision.returnPercent),
    benchmark_percent: short(decision.benchmarkPercent),
    excess_percent: short(decision.excessPercent),
    right: hit,
  };
}

/** A share from 0 to 1 in percent. */
export function percent(share: number | null): number | null {
  return share === null ? null : share * 100;
}

/** Four significant digits: what a sentence would state. */
function short(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(4));
}
