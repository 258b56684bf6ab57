import type { Vocabulary } from "./vocabulary.ts";

const REWARD = "(reward|rewards|return|gain|upside|payoff)";
const RISK = "(risk|risks|downside)";
const ENTRY = ["desk.plan.entry", "price.close"];

/** What a trade may win and lose, and the plan's levels by names of more than their own word. */
export const stakes: Vocabulary = [
  [
    `(${REWARD} (to|over|against|versus|vs|per|for)? ${RISK}|${RISK} (to|versus|vs|and)? ${REWARD}) (ratio)?`,
    ["implied.reward_to_risk"],
  ],
  ["(stop|stops|stop loss|protective stop|stop level|stop price)", ["desk.plan.stop"]],
  ["(profit target|take profit|target level)", ["desk.plan.target"]],
  ["(entry|entering|enter|enters|entered) (point|level|price|at)?", ENTRY],
  ["(buy|buying|bought|sell|selling|sold|short|shorting) at", ENTRY],
  ["(exit|exits|exiting) (at)?", ["desk.plan.stop", "desk.plan.target"]],
  ["(position size|allocation|of (a|the|your|our|its) (portfolio|account))", ["desk.plan.size"]],
];
