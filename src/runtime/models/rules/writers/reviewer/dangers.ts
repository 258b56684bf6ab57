import type { ToldPlan } from "#core/debate-blocks.ts";
import { EARNINGS_NEAR_DAYS } from "../../earnings-near.ts";
import type { Evidence } from "../../evidence.ts";
import { sizeText } from "../../position-size.ts";
import * as say from "../../wording.ts";
import { WIDE } from "../risk/volatility.ts";
import { type Consideration, consider } from "./consideration.ts";

/** A value at risk from here on, in percent, hurts. */
const PAINFUL = 3;
/** A fall within a year as deep as this, in percent, breaks most holders' patience. */
const DEEP = -30;
/** A yearly volatility below this, in percent, is calm. */
const CALM = 15;

/** What a plan may lose: by near earnings, by swings, on a bad day, in a deep fall. */
export function dangersOf(plan: ToldPlan, evidence: Evidence): (Consideration | null)[] {
  return [earnings(plan, evidence), swings(evidence), badDay(plan, evidence), fall(plan, evidence)];
}

function earnings({ size }: ToldPlan, { number, text }: Evidence): Consideration | null {
  const [day, left] = [text("calendar.next_earnings"), number("calendar.days_to_earnings")];
  if (day === null || left === null) return null;
  if (left.value < 0 || left.value > EARNINGS_NEAR_DAYS) return null;
  const meaning = size === 0 ? "is better waited for" : "can open a gap past the stop";
  const report = `The report on ${day}, ${say.inDays(left.value)}, ${meaning}.`;
  return consider("earnings", report, { careful: 0.5 });
}

function swings({ number }: Evidence): Consideration | null {
  const volatility = number("risk.volatility_1y");
  if (volatility === null) return null;
  const lead = `A volatility of ${volatility.text} over one year, annualised,`;
  if (volatility.value >= WIDE) {
    return consider("swings", `${lead} is wide enough to hit any stop by chance.`, {
      careful: 0.75,
    });
  }
  return volatility.value < CALM
    ? consider("swings", `${lead} is calm enough to bear more than usual.`, { bold: 1.2 })
    : consider("swings", `${lead} is neither calm nor wild, and changes no size.`);
}

function badDay({ action, size }: ToldPlan, { number }: Evidence): Consideration | null {
  const atRisk = number("risk.value_at_risk_95");
  if (atRisk === null) return null;
  const lead = `On one day in twenty the price loses ${atRisk.text} or more (value at risk 95 %)`;
  const planned = `at the plan's size of ${sizeText(size)},`;
  const share = say.percent((atRisk.value * size) / 100);
  const meaning =
    size === 0
      ? ", which nobody pays who has no position"
      : action === "sell"
        ? `; ${planned} a rise as large would cost ${share} of the whole`
        : `: ${planned} that is ${share} of the whole`;
  const careful = atRisk.value >= PAINFUL ? 0.75 : 1;
  return consider("bad day", `${lead}${meaning}.`, { careful });
}

function fall({ action }: ToldPlan, { number }: Evidence): Consideration | null {
  const worst = number("risk.max_drawdown_1y");
  if (worst === null || worst.value >= 0) return null;
  const lead = `The deepest fall of the last year was ${say.percent(worst.value)}`;
  if (worst.value > DEEP) return consider("fall", `${lead}, which a holder can sit through.`);
  return action === "sell"
    ? consider("fall", `${lead}, which speaks for a sale rather than against it.`)
    : consider("fall", `${lead}, which few holders sit through.`, { careful: 0.75 });
}
