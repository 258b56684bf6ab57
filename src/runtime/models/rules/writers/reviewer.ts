import { type Review, reviewSchema } from "#core/debate.ts";
import type { ToldReview } from "#core/debate-blocks.ts";
import { type Reviewer, reviewers } from "#core/role.ts";
import { type Brief, roundFor } from "../brief-reader.ts";
import type { Evidence } from "../evidence.ts";
import { type FormWriter, formWriter } from "../form-writer.ts";
import { holds } from "../main-point.ts";
import { sizeText } from "../position-size.ts";
import { capitalised } from "../wording.ts";
import { chancesOf } from "./reviewer/chances.ts";
import { dangersOf } from "./reviewer/dangers.ts";
import { inOrderOf, ownSize, verdictOn, yieldedSize } from "./reviewer/temper.ts";
import { leadOf, replyTo, withoutPlan, yielding } from "./reviewer/words.ts";

const REASONS = 3;

/** Reviews the trader's plan as one temper would, and from its second turn on the others' reviews. */
export function reviewer(role: Reviewer): FormWriter {
  return formWriter(reviewSchema, (brief, evidence) => review(role, brief, evidence), tell);
}

function review(role: Reviewer, brief: Brief, evidence: Evidence): Review {
  const { plan, reviews } = brief;
  const round = roundFor(reviewers, brief);
  if (plan === null) {
    const argument = withoutPlan(role, round, evidence).join(" ");
    return { verdict: "reject", size: 0, argument };
  }
  const all = [...chancesOf(plan, brief, evidence), ...dangersOf(plan, evidence)].filter(
    (one) => one !== null,
  );
  const own = saidBy(role, reviews);
  const fresh = inOrderOf(role, all).filter(
    (one) => !own.some((past) => holds(past.argument, one)),
  );
  const before = own.at(-1)?.size ?? ownSize(role, plan, all);
  const others = reviewers.flatMap((one) =>
    one === role ? [] : (saidBy(one, reviews).at(-1) ?? []),
  );
  const size = yieldedSize(role, plan, before, others);
  const verdict = verdictOn(plan, size);
  const stand = { verdict, size: verdict === "approve" ? plan.size : size };
  const made = own.length === 0 ? fresh.slice(0, REASONS) : [];
  const opening =
    own.length === 0 ? [leadOf(role, plan, stand), ...made.map(({ text }) => text)] : [];
  const left = fresh.filter((one) => !made.includes(one));
  const distance = (other: ToldReview) => Math.abs(other.size - before);
  const [last] = others.toSorted((a, b) => distance(b) - distance(a));
  if (last === undefined) return { ...stand, argument: opening.join(" ") };
  const { speaker } = last;
  const heard = {
    said: saidBy(speaker, reviews),
    last,
    theirs: inOrderOf(speaker, all),
    fresh: left,
    own: before,
  };
  return {
    ...stand,
    argument: [...opening, ...replyTo(heard, round), yielding(round, before, stand)].join(" "),
  };
}

function saidBy(role: Reviewer, reviews: readonly ToldReview[]): ToldReview[] {
  return reviews.filter(({ speaker }) => speaker === role);
}

function tell({ verdict, size, argument }: Review): string[] {
  return [`**${capitalised(verdict)}**, ${sizeText(size)}.`, argument];
}
