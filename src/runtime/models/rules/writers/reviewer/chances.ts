import type { ToldPlan } from "#core/debate-blocks.ts";
import type { Brief } from "../../brief-reader.ts";
import type { Evidence } from "../../evidence.ts";
import { isTradeable } from "../../instrument.ts";
import { bull, opponentOf, outcomeOf } from "../../sides.ts";
import { levelText, stakeOf } from "../../stake.ts";
import * as say from "../../wording.ts";
import { type Consideration, consider } from "./consideration.ts";

/** What a plan may win: its reward to its risk, who backs it, and what would end a hold. */
export function chancesOf(
  plan: ToldPlan,
  brief: Brief,
  evidence: Evidence,
): (Consideration | null)[] {
  return [reward(plan, evidence), backing(plan, brief), outbreak(plan, evidence)];
}

function reward({ action, levels }: ToldPlan, evidence: Evidence): Consideration | null {
  const stake = stakeOf(action, levels);
  if (action === "hold" || (stake === null && !isTradeable(evidence))) return null;
  if (stake === null) {
    const text = "The plan has no stop to end it at, so what it may lose has no bound.";
    return consider("reward", text, { careful: 0 });
  }
  const [entry, stop] = [stake.entry, stake.stop].map((at) => levelText(at, levels, evidence));
  const risk = say.percent(stake.risk);
  if (stake.gain === null) {
    const text = `The plan has no target to set against the ${risk} between its entry of ${entry} and its stop at ${stop}.`;
    return consider("reward", text, { careful: 0.5 });
  }
  const { target, reward: pays, ratio } = stake.gain;
  const { words, ...factors } = bandOfRatio(ratio);
  const way = `The way from ${entry} to the target at ${levelText(target, levels, evidence)} is ${say.percent(pays)} and to the stop at ${stop} ${risk}`;
  const text = `${way}, a reward to risk of ${say.twoDecimals(ratio)}: ${words}.`;
  return consider("reward", text, factors);
}

function bandOfRatio(ratio: number) {
  if (ratio >= 2) return { bold: 1.5, words: "the risk is paid for at least twice over" };
  if (ratio >= 1.5) return { bold: 1.25, words: "the risk is well paid" };
  if (ratio >= 1) return { careful: 0.75, words: "the risk is paid for, if not richly" };
  return { bold: 0.75, careful: 0, words: "more is risked than can be won" };
}

function backing({ action }: ToldPlan, { debate }: Brief): Consideration | null {
  const outcome = outcomeOf(debate);
  if (outcome === null || outcome.winner === null) return null;
  const { winner, convictions } = outcome;
  const loser = opponentOf(winner);
  const [higher, lower] = [winner, loser].map(({ name }) => say.twoDecimals(convictions[name]));
  const lead = `The ${winner.name} researcher's conviction is higher than the ${loser.name} researcher's, ${higher} against ${lower}`;
  if (action === "hold") {
    return consider("backing", `${lead}, which the views do not bear out far enough to act on.`);
  }
  return (action === "buy") === (winner === bull)
    ? consider("backing", `${lead}, and the plan goes that side's way.`, { bold: 1.2 })
    : consider("backing", `${lead}, and the plan goes the other way.`, { careful: 0.5 });
}

function outbreak({ action }: ToldPlan, { number }: Evidence): Consideration | null {
  const [high, low] = [number("price.resistance_20"), number("price.support_20")];
  if (action !== "hold" || high === null || low === null) return null;
  return consider(
    "outbreak",
    `A close above ${high.text} or below ${low.text}, the range of 20 bars, would be the time to act.`,
  );
}
