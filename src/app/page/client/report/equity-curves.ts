import type { ContestResult } from "#core/contest/contest.ts";
import { placedIn } from "#core/contest/render/placed.ts";
import { curvePath, heightOf, type Span, spanOf } from "../../parts/curve-path.ts";
import { growthIn } from "../../parts/growth.ts";

/** Of each small drawing, in its own units. */
export const WIDTH = 240;
export const HEIGHT = 72;
/** Colours that the strategies have; more of them begin again. */
const COLOURS = 8;

/** What became of 1 with a strategy, as a path. */
export interface EquityCurve {
  readonly author: string;
  /** Its colour's name: `line-0` to `line-7`. */
  readonly colour: string;
  readonly path: string;
  /** What is left of 1 at the end. */
  readonly end: number;
}

/** The strategies of a contest beside buying and holding, out of sample and all on one scale. */
export interface EquityCurves {
  /** Best first. */
  readonly curves: readonly EquityCurve[];
  readonly hold: Pick<EquityCurve, "path" | "end">;
  /** How far below the upper edge 1 lies. */
  readonly start: number;
}

/** The curves of those that could be run; null without any. */
export function equityOf(result: ContestResult): EquityCurves | null {
  const { bars, split, request, benchmark, entries } = result;
  const grown = (equity: readonly number[]) =>
    growthIn({ bars, split, rules: request.rules }, equity);
  const hold = grown(benchmark.equity);
  const growths = placedIn(result).flatMap(({ entry }) => {
    const growth = grown(entry.equity);
    return growth.length === 0 ? [] : [{ entry, growth }];
  });
  if (growths.length === 0) return null;
  const span = spanOf([hold, ...growths.map(({ growth }) => growth)]);
  return {
    curves: growths.map(({ entry, growth }) => ({
      author: entry.author,
      colour: `line-${entries.indexOf(entry) % COLOURS}`,
      ...drawn(growth, span),
    })),
    hold: drawn(hold, span),
    start: (1 - heightOf(1, span)) * HEIGHT,
  };
}

function drawn(growth: readonly number[], span: Span): EquityCurves["hold"] {
  return { path: curvePath(growth, WIDTH, HEIGHT, span), end: growth.at(-1) ?? 1 };
}
