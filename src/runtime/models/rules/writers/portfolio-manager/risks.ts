import type { Brief } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import type { Horizon } from "../../horizon.ts";
import { mainPointOf } from "../../main-point.ts";
import type { Point } from "../../points.ts";
import { bear, bull, opponentOf, outcomeOf, type Side, saidBy } from "../../sides.ts";
import { type Action, conflicting, stanceSigns, supporting } from "../../vote.ts";
import * as say from "../../wording.ts";
import { WIDE } from "../risk/volatility.ts";
import type { Drawn } from "./thesis.ts";

const FEWEST = 2;

/** What could prove it wrong, from votes, debate, gaps and facts: at least two things. */
export function listRisks(
  { votes, viewless, absent, debate }: Brief,
  { action, horizon }: Pick<Drawn, "action" | "horizon">,
  points: readonly Point[],
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
    ...losingPoint(debate, action, points),
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

/** The strongest point of the side that the decision goes against; of a hold, of the less sure one. */
function losingPoint(debate: Brief["debate"], action: Action, points: readonly Point[]): string[] {
  const loser = loserOf(debate, action);
  if (loser === null) return [];
  const main = mainPointOf(loser, saidBy(loser, debate).slice(0, 1), points);
  if (main === null) return [];
  return [`The ${loser.name}'s strongest point may yet decide: ${say.uncapitalised(main.text)}`];
}

function loserOf(debate: Brief["debate"], action: Action): Side | null {
  if (action !== "hold") return action === "buy" ? bear : bull;
  const winner = outcomeOf(debate)?.winner ?? null;
  return winner === null ? null : opponentOf(winner);
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
