/** One measured figure, beside the bound it is held to and what it is compared with. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it must not exceed; null where it is only stated. */
  readonly atMost: number | null;
  /** The same figure of systems that were called parallel, or of the work one after another. */
  readonly reference: string;
}

/** A benchmark: a few figures, measured together. */
export type Benchmark = () => Promise<readonly Measure[]>;

/** The middle of several readings: one slow reading on a busy machine does not move it. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error("a median needs at least one value");
  return middle;
}

/** Does something several times and gives every outcome, in order. */
export async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const outcomes: T[] = [];
  for (let i = 0; i < times; i += 1) outcomes.push(await work());
  return outcomes;
}

/** Figures as a table, each with whether its bound holds. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map(({ what, value, unit, atMost, reference }) => [
    what,
    `${Number(value.toFixed(3))} ${unit}`.trim(),
    atMost === null ? "" : `<= ${atMost}`,
    atMost === null ? "" : value <= atMost ? "holds" : "MISSED",
    reference,
  ]);
  const all = [["figure", "measured", "bound", "", "reference"], ...rows];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
