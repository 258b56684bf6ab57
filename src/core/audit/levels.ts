import { fitsCurrency, hasSize } from "./amounts.ts";
import type { FactIndex } from "./fact-index.ts";
import { nearestTo } from "./fit.ts";
import type { Known } from "./known.ts";
import { prices } from "./price-levels.ts";
import { sourcedTo, stated, unsourced, type Verdict } from "./verdict.ts";
import type { WrittenFigure } from "./written-figure.ts";

const LEVEL = /\.levels\.(?:entry|stop|target)$/;
/** How many usual days a stop or a target may lie from a price. */
const STEPS = [1, 1.5, 2, 2.5, 3] as const;

/** Whether a passage is a price to act by. */
export function isLevel(where: string): boolean {
  return LEVEL.test(where);
}

/** What a price to act by is: a known price, or the last one some usual days (ATR) up or down. */
export function judgeLevel(figure: WrittenFigure, index: FactIndex): Verdict {
  const known = prices.flatMap((topic) => (index.byTopic.get(topic) ?? []).filter(isLevelNow));
  const sized = known.filter(({ value }) => hasSize(figure, value));
  const price = sized.find((one) => isIn(figure, one));
  if (price !== undefined) return sourcedTo(price);
  const stepped = known
    .flatMap((from) => stepsFrom(from, index))
    .find((one) => hasSize(figure, one.value) && isIn(figure, one));
  if (stepped !== undefined) return sourcedTo(stepped);
  const [foreign] = sized;
  if (foreign !== undefined) return unsourced(foreign.factId, `currency: ${stated(foreign)}`);
  const near = nearestTo(figure.value, known);
  return near === null ? unsourced(null, null) : unsourced(near.factId, stated(near));
}

/** An index's level has no currency, and may be written with none. */
function isIn(figure: WrittenFigure, known: Known): boolean {
  return known.currency === null ? figure.currencies.length === 0 : fitsCurrency(figure, known);
}

function stepsFrom(price: Known, index: FactIndex): Known[] {
  const atr = index.byTopic.get("atr_14")?.find(isLevelNow);
  if (atr === undefined || atr.currency !== price.currency) return [];
  return STEPS.flatMap((count) =>
    ([1, -1] as const).map((way) => ({
      ...price,
      value: price.value + way * count * atr.value,
      derivation: `${price.factId} ${way > 0 ? "+" : "-"} ${count} x ${atr.factId}`,
    })),
  );
}

function isLevelNow({ derivation, when }: Known): boolean {
  return derivation === null && when.ago === null;
}
