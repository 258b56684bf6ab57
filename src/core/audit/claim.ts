import { unitsOf } from "./amounts.ts";
import { type Direction, directionOf } from "./direction.ts";
import type { FactIndex } from "./fact-index.ts";
import type { Known } from "./known.ts";
import { isOn, type PeriodClaim, periodClaimOf } from "./period-claim.ts";
import type { Sentence } from "./sentences.ts";
import type { WrittenFigure } from "./written-figure.ts";

/** A figure with what its sentence says of it. */
export interface Claim {
  readonly figure: WrittenFigure;
  readonly sentence: Sentence;
  readonly direction: Direction;
  readonly period: PeriodClaim;
  /** The units that a value may have to be the figure. */
  readonly units: readonly Known["unit"][];
  /** Whether it is a part of something: "2 % of the price". */
  readonly isShare: boolean;
}

/** "2 % of the price", but "2 % of room up to 450 USD" is a distance. */
const OF =
  /^ *of\b(?! (?:(?:further|more|extra|additional|potential|possible) )?(?:room|headroom|upside|downside|space|distance|ground|leeway|cushion|slack|air|way)\b)/i;

/** Reads what a sentence claims of a figure. */
export function claimOf(sentence: Sentence, figure: WrittenFigure, index: FactIndex): Claim {
  const period = periodClaimOf(sentence, figure);
  const { date } = period;
  const end = figure.at + figure.text.length;
  const isOfStatement = date !== null && index.periodEnds.some((end) => isOn(end, date));
  return {
    figure,
    sentence,
    direction: directionOf(sentence, figure),
    period: isOfStatement ? period : { ...period, date: null },
    units: unitsOf(figure),
    isShare: figure.unit === "percent" && OF.test(sentence.text.slice(end, sentence.to)),
  };
}
