import { figure } from "../figure.ts";
import type { HistoryReplay } from "../history-replay/replay.ts";
import { bullets } from "./bullets.ts";
import { calibrationTable } from "./calibration-table.ts";
import { signedPercent } from "./signed-percent.ts";

/** How often the decisions were right, and whether they were as sure as they should have been. */
export function decisionQuality({ rows, summary }: HistoryReplay): string {
  const { count, hits, hitRate, brier, meanExcessPercent, calibration } = summary;
  const outcomes = rows.flatMap(({ outcome }) => outcome ?? []);
  const waiting = outcomes.filter(({ kind }) => kind === "waiting").length;
  const reasons = outcomes.flatMap((outcome) => (outcome.kind === "unscorable" ? outcome.why : []));
  const lines = [
    hitRate === null
      ? "None can be scored yet."
      : `Right: ${hits} of ${count}, a hit rate of ${figure(hitRate * 100, "percent")}.`,
    ...(meanExcessPercent === null
      ? []
      : [
          `Mean excess in the direction of the buys and sells: ${signedPercent(meanExcessPercent)}.`,
        ]),
    ...(brier === null
      ? []
      : [`Brier score: ${brier.toFixed(3)} (0 is perfect; saying 0.50 every time has 0.250).`]),
    ...(waiting === 0 ? [] : [`Not yet scored: ${waiting}, whose horizons have not passed.`]),
    ...(reasons.length === 0
      ? []
      : [`Cannot be scored: ${reasons.length}: ${[...new Set(reasons)].join("; ")}.`]),
  ];
  return [
    `## How good the decisions were\n\n${bullets(lines)}`,
    ...(count === 0 ? [] : [calibrationTable(calibration)]),
  ].join("\n\n");
}
