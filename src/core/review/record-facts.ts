import type { Fact } from "../fact.ts";
import {
  percent,
  type RecordPart,
  type RememberedDecision,
  type TrackRecord,
} from "./track-record.ts";

type Finding = Pick<Fact, "path" | "label" | "value" | "unit" | "note"> &
  Partial<Pick<Fact, "asOf">>;

/**
 * A record as facts, so that a figure of it can be followed as any other. Paths: `record.decisions`,
 * `record.hits`, `record.hit_rate` and `record.mean_excess` (percent), `record.brier`,
 * `record.recent.N.*`; the same of the peers under `record.peers.`. Figures of nothing are absent.
 */
export function recordFacts(record: TrackRecord): Fact[] {
  const { symbol, asOf, benchmark, own, peers } = record;
  return [
    ...findings("record", `Decisions on ${symbol}`, own),
    ...findings("record.peers", `Decisions on peers ${peers.symbols.join(", ")}`, peers),
  ].map((finding) => ({
    id: `${symbol}:${finding.path}`,
    tool: "review",
    args: { symbol, benchmark, as_of: asOf },
    currency: null,
    asOf,
    availableAt: asOf,
    source: "decisions",
    ...finding,
  }));
}

function findings(path: string, label: string, part: RecordPart): Finding[] {
  if (part.symbols.length === 0) return [];
  const { decisions, hits, hitRate, meanExcessPercent, brier, unscored } = part;
  const left = unscored === 0 ? null : `${unscored} more could not be scored`;
  const rows = [
    ["decisions", "scored", decisions, "count", left],
    ["hits", "right", hits, "count", null],
    ["hit_rate", "right", percent(hitRate), "percent", null],
    [
      "mean_excess",
      "mean excess return",
      meanExcessPercent,
      "percent",
      "over the benchmark, in the decisions' direction: sells reversed, holds left out",
    ],
    [
      "brier",
      "Brier score",
      brier,
      "points",
      "mean of (confidence - right)^2: 0 is perfect, a coin said at 0.5 has 0.25",
    ],
  ] as const;
  return [
    ...rows
      .filter(([, , value]) => value !== null)
      .map(([name, words, value, unit, note]) => ({
        path: `${path}.${name}`,
        label: `${label}: ${words}`,
        value,
        unit,
        note,
      })),
    ...part.recent.flatMap((decision, n) => recent(`${path}.recent.${n}`, decision)),
  ];
}

function recent(path: string, decision: RememberedDecision): Finding[] {
  const { symbol, asOf, action, confidence, horizon, exitDay, hit } = decision;
  const label = `${action} ${symbol} over ${horizon}, ${hit ? "right" : "wrong"}`;
  const note = `from ${asOf} to ${exitDay}, of adjusted closes`;
  const rows = [
    ["confidence", percent(confidence), null],
    ["return", decision.returnPercent, note],
    ["benchmark", decision.benchmarkPercent, note],
    ["excess", decision.excessPercent, note],
  ] as const;
  return [
    { path: `${path}.day`, label: `${label}: day`, value: asOf, unit: "date", note: null, asOf },
    ...rows.map(([name, value, said]) => ({
      path: `${path}.${name}`,
      label: `${label}: ${name}`,
      value,
      unit: "percent" as const,
      note: said,
      asOf: name === "confidence" ? asOf : exitDay,
    })),
  ];
}
