import { bindingsOf } from "./bindings.ts";
import { valuesUnder } from "./candidates.ts";
import type { Claim } from "./claim.ts";
import type { FactIndex } from "./fact-index.ts";
import { firstFit } from "./fit.ts";
import type { Known } from "./known.ts";
import { beginnings, isPriceLevel } from "./price-levels.ts";
import type { Verdict } from "./verdict.ts";

/** "The way from 880.69 USD to the target", "From 880.69 USD down to the stop". */
const FROM = /\bfrom (?:a |an |the )?$/i;
const FROM_WITHIN = 12;
/** What makes a percentage a distance and no level. */
const APART =
  /^\s*(?:of|above|below|over|under|away|off|from|up|down|higher|lower|more|less|short)\b/i;

/**
 * What a figure is as a price of the symbol: what a way begins at that nothing names, and a yield's
 * level, which is written as other percentages are. null where it is none.
 */
export function asPrice(claim: Claim, index: FactIndex): Verdict | null {
  return asBeginning(claim, index) ?? (isOfYield(claim, index) ? asYield(claim, index) : null);
}

function asBeginning(claim: Claim, index: FactIndex): Verdict | null {
  const { figure, sentence, units } = claim;
  const start = Math.max(sentence.from, figure.at - FROM_WITHIN);
  const from = FROM.exec(sentence.text.slice(start, figure.at));
  if (from === null || isMove(sentence, start + from.index)) return null;
  const { tight } = bindingsOf(sentence, { ...figure, unit: "number" });
  const named = tight.filter(({ meaning }) => !meaning.isSubject);
  if (valuesUnder(named, claim, index).length > 0) return null;
  const values = beginnings.flatMap((topic) => index.byTopic.get(topic) ?? []);
  return firstFit(
    values.filter((known) => units.includes(known.unit) && isNow(known)),
    claim,
    index,
  );
}

/** "Up from 880.69 USD": what something was before, and not where a way begins. */
function isMove({ signs }: Claim["sentence"], from: number): boolean {
  const before = signs.find(({ to }) => to === from - 1);
  return before?.meaning.some((sign) => sign === "up" || sign === "down") ?? false;
}

/** Whether a percentage may be a price: the symbol is a yield. */
function isOfYield({ figure }: Claim, { byTopic }: FactIndex): boolean {
  if (figure.unit !== "percent") return false;
  return beginnings.some((topic) => byTopic.get(topic)?.[0]?.unit === "percent");
}

function asYield(claim: Claim, index: FactIndex): Verdict | null {
  const { figure, sentence } = claim;
  const end = figure.at + figure.text.length;
  if (APART.test(sentence.text.slice(end, sentence.to))) return null;
  const { tight, loose } = bindingsOf(sentence, { ...figure, unit: "number" });
  const levels = (mentions: typeof tight) =>
    valuesUnder(mentions, claim, index).filter(
      (known) => isPriceLevel(known.topic) && isNow(known),
    );
  const named = levels(tight);
  return firstFit(named.length > 0 ? named : levels(loose), claim, index);
}

function isNow({ derivation, when }: Known): boolean {
  return derivation === null && when.ago === null;
}
