import type { Fact } from "../fact.ts";
import type { Audit, AuditedFigure, Passage } from "./audit.ts";
import { claimOf } from "./claim.ts";
import { judgeDate, judgeDays } from "./dates.ts";
import { type FactIndex, indexFacts } from "./fact-index.ts";
import { judge } from "./judge.ts";
import type { Known } from "./known.ts";
import { isLevel, judgeLevel } from "./levels.ts";
import { markMoves } from "./moves.ts";
import { readPassage } from "./passage-reading.ts";
import { judgeQuoted, judgeRetold } from "./quotations.ts";
import { factsBy, stageOf } from "./said-before.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import type { Verdict } from "./verdict.ts";
import type { WrittenFigure } from "./written-figure.ts";

/**
 * Holds every figure of a run's texts against its facts: by value, unit, currency and rounding as
 * written, by the names about it, and by what its sentence says of direction and period; or against
 * simple arithmetic on facts that are named beside it.
 *
 * It marks and never refuses: any text is read, and nothing is thrown.
 */
export function auditFigures(passages: readonly Passage[], facts: readonly Fact[]): Audit {
  const stages = new Map(
    [...new Set(passages.map(({ where }) => stageOf(where)))].map((stage) => {
      return [stage, indexFacts(factsBy(stage, facts))] as const;
    }),
  );
  const items = passages.flatMap((passage) => {
    const index = stages.get(stageOf(passage.where));
    return index === undefined ? [] : auditPassage(passage, index);
  });
  const count = (status: AuditedFigure["status"]) =>
    items.filter((item) => item.status === status).length;
  return {
    figures: items.length,
    sourced: count("sourced"),
    derived: count("derived"),
    unsourced: count("unsourced"),
    items,
  };
}

function auditPassage({ where, text }: Passage, index: FactIndex): AuditedFigure[] {
  const reading = readPassage(text, index);
  const item = (figure: WrittenFigure, { known: _, ...verdict }: Verdict): AuditedFigure => ({
    figure: figure.text,
    where,
    at: figure.at,
    ...verdict,
  });
  if (isLevel(where)) {
    return reading.figures.map((figure) => item(figure, judgeLevel(figure, index)));
  }
  let before: readonly Known[] = [];
  const items: AuditedFigure[] = [];
  for (const sentence of sentencesOf(reading)) {
    const verdicts = auditSentence(sentence, before, index);
    for (const [figure, verdict] of verdicts) items.push(item(figure, verdict));
    before = knownOf(verdicts);
  }
  return items.toSorted((one, other) => one.at - other.at);
}

/**
 * Judged twice: what a figure follows from may stand behind it. By then it is known which symbol its
 * neighbour is of, and what it may follow from is looked for among that one's facts.
 */
function auditSentence(
  sentence: Sentence,
  before: readonly Known[],
  index: FactIndex,
): Map<WrittenFigure, Verdict> {
  const verdicts = new Map<WrittenFigure, Verdict>();
  for (let round = 0; round < 2; round += 1) {
    const found = [...verdicts];
    for (const figure of sentence.figures) {
      if ((verdicts.get(figure)?.status ?? "unsourced") !== "unsourced") continue;
      const cited = knownOf(found.toSorted(nearestTo(figure)));
      const own = round === 0 ? index : ofNeighbour(cited[0], index);
      verdicts.set(figure, judgeFigure(figure, sentence, { cited, before, index: own }));
    }
  }
  markMoves(sentence, verdicts);
  return verdicts;
}

function ofNeighbour(known: Known | undefined, index: FactIndex): FactIndex {
  const symbol = known?.factId.slice(0, known.factId.lastIndexOf(":")) ?? "";
  return index.bySymbol.get(symbol) ?? index;
}

interface Around {
  readonly cited: readonly Known[];
  readonly before: readonly Known[];
  readonly index: FactIndex;
}

function judgeFigure(
  figure: WrittenFigure,
  sentence: Sentence,
  { cited, before, index }: Around,
): Verdict {
  const quoted = judgeQuoted(figure, sentence, index);
  if (quoted !== null) return quoted;
  if (figure.unit === "date") return judgeDate(figure, sentence, index);
  const verdict = judge(claimOf(sentence, figure, index), cited, before, index);
  if (verdict.status !== "unsourced") return verdict;
  const counted = figure.unit === "days" ? judgeDays(figure, sentence, index) : null;
  return counted ?? judgeRetold(figure, sentence, index) ?? verdict;
}

type Judged = readonly [WrittenFigure, Verdict];

/** The facts that figures were found to be. */
function knownOf(judged: Iterable<Judged>): Known[] {
  return [...judged].flatMap(([, { known }]) => known ?? []);
}

function nearestTo({ at }: WrittenFigure): (one: Judged, other: Judged) => number {
  return ([one], [other]) => Math.abs(one.at - at) - Math.abs(other.at - at);
}
