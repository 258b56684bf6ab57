import type { Fact, FactUnit } from "../fact.ts";
import type { AnalysisResult } from "../result.ts";
import { type Pair, pairOf } from "./pair.ts";

/** A number with its unit. */
export interface Figure {
  readonly value: number;
  readonly unit: FactUnit;
  readonly currency: string | null;
}

/** A figure that is not what it was. */
interface FigureChange extends Pair<Figure> {
  readonly path: string;
  readonly label: string;
  /** From a to b, in percent of a; null where a is 0, or the two are not of one unit and currency. */
  readonly changePercent: number | null;
}

/** Which figures of two results differ. Those of a run's own symbol are matched by their path. */
export interface FigureDiff {
  /** Figures that both know. */
  readonly both: number;
  /** Figures that only one knows. */
  readonly only: Pair<number>;
  /** The largest relative changes first, those without one last. */
  readonly changed: readonly FigureChange[];
}

/** Less than this, relative to the larger one, is how a computer adds up, and no change. */
const SAME = 1e-9;

/** Compares the numbers among two results' facts. */
export function figureDiff(results: Pair<AnalysisResult>): FigureDiff {
  const known = pairOf(results, numbersOf);
  const changed = [...known.a].flatMap(([key, { path, label, figure: a }]) => {
    const b = known.b.get(key)?.figure;
    if (b === undefined || isSame(a, b)) return [];
    return [{ path, label, a, b, changePercent: changeOf(a, b) }];
  });
  const both = [...known.a.keys()].filter((key) => known.b.has(key)).length;
  return {
    both,
    only: { a: known.a.size - both, b: known.b.size - both },
    changed: changed.toSorted((x, y) => sizeOf(y) - sizeOf(x)),
  };
}

interface Known {
  readonly path: string;
  readonly label: string;
  readonly figure: Figure;
}

function numbersOf({ facts, symbol }: AnalysisResult): ReadonlyMap<string, Known> {
  const entries = facts.flatMap(({ id, path, label, value, unit, currency }): [string, Known][] =>
    typeof value === "number"
      ? [[keyOf({ id, path }, symbol), { path, label, figure: { value, unit, currency } }]]
      : [],
  );
  return new Map(entries);
}

/** Figures of other symbols, such as an index, keep their own name. */
function keyOf({ id, path }: Pick<Fact, "id" | "path">, symbol: string): string {
  return id === `${symbol}:${path}` ? path : id;
}

function isSame(a: Figure, b: Figure): boolean {
  const scale = Math.max(Math.abs(a.value), Math.abs(b.value));
  return isAlike(a, b) && Math.abs(a.value - b.value) <= scale * SAME;
}

function isAlike(a: Figure, b: Figure): boolean {
  return a.unit === b.unit && a.currency === b.currency;
}

function changeOf(a: Figure, b: Figure): number | null {
  if (a.value === 0 || !isAlike(a, b)) return null;
  return ((b.value - a.value) / Math.abs(a.value)) * 100;
}

function sizeOf({ changePercent }: FigureChange): number {
  return changePercent === null ? -1 : Math.abs(changePercent);
}
