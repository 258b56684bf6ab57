import type { CalibrationBin } from "../review/summary.ts";
import { renderTable } from "./table.ts";

/** Stated confidence against how often it was right, in the bins that have decisions. */
export function calibrationTable(bins: readonly CalibrationBin[]): string {
  const rows = bins.flatMap(({ from, to, count, meanConfidence, hitRate }) =>
    meanConfidence === null || hitRate === null
      ? []
      : [
          [
            `${from.toFixed(1)} to ${to.toFixed(1)}`,
            String(count),
            meanConfidence.toFixed(2),
            hitRate.toFixed(2),
          ],
        ],
  );
  return renderTable(
    [
      { title: "Confidence", align: "left" },
      { title: "Decisions", align: "right" },
      { title: "Mean stated", align: "right" },
      { title: "Right", align: "right" },
    ],
    rows,
  );
}
