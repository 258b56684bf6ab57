import { figure } from "../figure.ts";
import type { RecordPart, TrackRecord } from "../review/track-record.ts";
import { inline } from "./inline.ts";

/** How earlier decisions on the symbol and its peers turned out; empty where there is nothing to tell. */
export function recordSection(record: TrackRecord | null): string {
  if (record === null) return "";
  const { symbol, own, peers, benchmark, asOf, notices } = record;
  const parts = [
    ...partLine(`On ${symbol}`, own),
    ...partLine(`On its peers ${peers.symbols.join(", ")}`, peers),
    ...notices.map((notice) => `- Not scored: ${inline(notice)}`),
  ];
  if (parts.length === 0) return "";
  return `## Track record\n\nWhat the portfolio manager was told of its own decisions, as known on ${asOf}, measured by ${benchmark}:\n\n${parts.join("\n")}`;
}

function partLine(who: string, part: RecordPart): string[] {
  const { decisions, hits, hitRate, meanExcessPercent, brier } = part;
  if (decisions === 0) return [];
  const figures = [
    `${hits} right`,
    ...(hitRate === null ? [] : [`hit rate ${figure(hitRate * 100, "percent")}`]),
    ...(meanExcessPercent === null ? [] : [`mean excess ${figure(meanExcessPercent, "percent")}`]),
    ...(brier === null ? [] : [`Brier score ${figure(brier, "points")}`]),
  ];
  return [`- ${who}: ${decisions} decided and scored, ${figures.join(", ")}`];
}
