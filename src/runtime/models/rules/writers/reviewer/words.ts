import type { Review } from "#core/debate.ts";
import type { ToldPlan, ToldReview } from "#core/debate-blocks.ts";
import type { Reviewer } from "#core/role.ts";
import type { Evidence } from "../../evidence.ts";
import { beginningOf, sentencesOf } from "../../excerpt.ts";
import { holds } from "../../main-point.ts";
import { bareSize, sizeText } from "../../position-size.ts";
import * as say from "../../wording.ts";
import type { Consideration } from "./consideration.ts";

/** @example nameOf("neutral_reviewer") // "neutral reviewer" */
function nameOf(reviewer: Reviewer): string {
  return reviewer.replaceAll("_", " ");
}

const TEMPERS: Readonly<Record<Reviewer, string>> = {
  aggressive_reviewer: "a bold",
  neutral_reviewer: "an even",
  conservative_reviewer: "a careful",
};

const CONCLUSIONS: Readonly<Record<Review["verdict"], string>> = {
  approve: "the plan can stand",
  change: "the plan should be changed",
  reject: "the plan should be rejected",
};

/** What a reviewer makes of a plan, as the first sentence of its review. */
export function leadOf(
  reviewer: Reviewer,
  { action, size: planned }: ToldPlan,
  { verdict, size }: Omit<Review, "argument">,
): string {
  const eye = `To ${TEMPERS[reviewer]} eye`;
  if (planned === 0) {
    return action === "hold"
      ? `${eye}, to stay out is right for now, and there is no size to argue about.`
      : `${eye}, a plan without a position has nothing to cut and nothing to add.`;
  }
  const plan = `the plan's size of ${sizeText(planned)}`;
  if (verdict === "approve") return `${eye}, ${plan} can stand.`;
  if (verdict === "reject") return `${eye}, ${plan} should not be put on at all.`;
  return size > planned
    ? `${eye}, ${plan} is timid, and a size of ${bareSize(size)} is what the trade bears.`
    : `${eye}, ${plan} is too much, and a size of ${bareSize(size)} is enough.`;
}

/** What a reviewer has to say to another one's last word. */
interface Heard {
  /** What the other has said so far. */
  readonly said: readonly ToldReview[];
  readonly last: ToldReview;
  /** All considerations, in the order in which the other weighs them. */
  readonly theirs: readonly Consideration[];
  /** What this reviewer has not said yet, in its own order. */
  readonly fresh: readonly Consideration[];
  /** The size that this reviewer comes with. */
  readonly own: number;
}

/** Another reviewer's last word, by its strongest reason, and what stands against it. */
export function replyTo({ said, last, theirs, fresh, own }: Heard, round: number): string[] {
  const when = `the ${say.ordinal(round)} round`;
  const reason = reasonIn(said, last, theirs);
  const why = reason === null ? "" : ` and says ${beginningOf(reason)}`;
  const left = fresh.filter(({ text }) => text !== reason);
  const against = left.find(
    ({ bold, careful }) => (last.size > own && careful < 1) || (last.size < own && bold > 1),
  );
  const [besides] = left;
  return [
    `Before ${when} the ${nameOf(last.speaker)} would take ${bareSize(last.size)}${why}.`,
    against !== undefined
      ? `Against that stands one thing more: ${say.uncapitalised(against.text)}`
      : besides !== undefined
        ? `Nothing new stands against that in ${when}; besides, ${say.uncapitalised(besides.text)}`
        : `In ${when} nothing that has not been said stands against that.`,
  ];
}

/** The strongest consideration in a review; of one in words of its own the first sentence. */
function reasonIn(
  said: readonly ToldReview[],
  last: ToldReview,
  theirs: readonly Consideration[],
): string | null {
  const known = theirs.filter((one) => said.some(({ argument }) => holds(argument, one)));
  if (known.length > 0) return known.find((one) => holds(last.argument, one))?.text ?? null;
  return sentencesOf(last.argument).find((sentence) => !sentence.includes("“")) ?? null;
}

/**
 * Where hearing the others leaves a reviewer's size and verdict.
 *
 * @param before the size that it came with
 */
export function yielding(
  round: number,
  before: number,
  { verdict, size }: Omit<Review, "argument">,
): string {
  const when = `In the ${say.ordinal(round)} round`;
  if (size === before) {
    return `${when} the size stays at ${bareSize(size)}: ${CONCLUSIONS[verdict]}.`;
  }
  const way = "the size goes a quarter of the way towards the others";
  const to = verdict === "approve" ? `near the plan's ${bareSize(size)}` : bareSize(size);
  return `${when} ${way}, from ${bareSize(before)} to ${to}: ${CONCLUSIONS[verdict]}.`;
}

/** What is said where there is no plan to review. */
export function withoutPlan(reviewer: Reviewer, round: number, { number }: Evidence): string[] {
  const atRisk = number("risk.value_at_risk_95");
  return [
    `In the ${say.ordinal(round)} round the ${nameOf(reviewer)} has no plan to review, so nothing should be put on.`,
    ...(atRisk === null || round > 1
      ? []
      : [`On one day in twenty the price loses ${atRisk.text} or more (value at risk 95 %).`]),
    ...(round > 1 ? [] : ["A position without an entry, a stop and a size is a guess."]),
  ];
}
