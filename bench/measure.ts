/** One measured figure, beside the bound it is held to and what it is compared with. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** What it must not exceed, and not fall short of; none of both where it is only stated. */
  readonly atMost?: number | null;
  readonly atLeast?: number;
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

/** Whether a figure keeps to its bounds. */
export function holds({ value, atMost, atLeast }: Measure): boolean {
  return value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? value);
}

/** Figures as a table, each with whether its bounds hold. */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => {
    const bounds = boundsOf(measure);
    return [
      measure.what,
      `${Number(measure.value.toFixed(3))} ${measure.unit}`.trim(),
      bounds,
      bounds === "" ? "" : holds(measure) ? "holds" : "MISSED",
      measure.reference,
    ];
  });
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

function boundsOf({ atMost, atLeast }: Measure): string {
  const bounds = [
    ...(atLeast === undefined ? [] : [`>= ${atLeast}`]),
    ...(atMost === undefined || atMost === null ? [] : [`<= ${atMost}`]),
  ];
  return bounds.join(" and ");
}
