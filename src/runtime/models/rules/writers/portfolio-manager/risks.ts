import type { Brief } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import * as say from "../../wording.ts";
import { WIDE } from "../risk/volatility.ts";
import type { Horizon } from "./horizon.ts";
import { type Action, conflicting, stanceSigns, supporting } from "./vote.ts";

const FEWEST = 2;

/** What could prove the decision wrong, from the votes, the gaps and the facts: at least two things. */
export function listRisks(
  { votes, viewless, absent }: Brief,
  action: Action,
  horizon: Horizon,
  evidence: Evidence,
): string[] {
  const direction = stanceSigns[supporting(action)];
  const opponents = votes.filter(({ stance }) => stanceSigns[stance] * direction < 0);
  const risks = [
    ...opponents.map(
      ({ analyst, stance, confidence }) =>
        `The ${analyst} analyst is ${stance} (${say.twoDecimals(confidence)}) and may be right.`,
    ),
    ...(action === "hold" && conflicting(votes)
      ? [
          "Bullish and bearish analysts contradict each other: if either side is right, a hold misses it.",
        ]
      : []),
    ...event(horizon, evidence),
    ...swings(evidence),
    ...(viewless.length > 0
      ? [`No view came from ${say.list(viewless)}, so the decision leaves that side out.`]
      : []),
    ...(absent.length > 0 ? [`Missing from the desk: ${say.list(absent)}.`] : []),
  ];
  const spare = reservations(evidence).slice(0, Math.max(0, FEWEST - risks.length));
  return [...risks, ...spare];
}

function event({ days }: Horizon, { number, text }: Evidence): string[] {
  const [day, left] = [text("calendar.next_earnings"), number("calendar.days_to_earnings")];
  if (day === null || left === null || left.value < 0 || left.value > days) return [];
  return [`Earnings on ${day}, ${say.inDays(left.value)}, can open a gap past any level.`];
}

function swings({ number }: Evidence): string[] {
  const [atRisk, volatility, worst] = [
    number("risk.value_at_risk_95"),
    number("risk.volatility_1y"),
    number("risk.max_drawdown_1y"),
  ];
  return [
    ...(atRisk === null
      ? []
      : [`On one day in twenty the price has lost ${atRisk.text} or more (value at risk 95 %).`]),
    ...(volatility === null || volatility.value < WIDE
      ? []
      : [
          `With a volatility of ${volatility.text}, annualised, the price can move far without news.`,
        ]),
    ...(worst === null || worst.value >= 0
      ? []
      : [`The deepest fall of the last year was ${say.percent(worst.value)}.`]),
  ];
}

/** What is true of every decision: used where the rest names too few risks. */
function reservations({ asOf, knows }: Evidence): string[] {
  return [
    ...(knows("risk.volatility_1y") || knows("risk.value_at_risk_95")
      ? []
      : ["No volatility or value at risk is known, so the size of a usual loss cannot be stated."]),
    `Nothing that became known after ${asOf ?? "the last daily bar"} is in this decision.`,
    "The views rest on the same few sources and may be wrong together.",
  ];
}
