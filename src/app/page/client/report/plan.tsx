import type { SaidPlan, SaidReview } from "#core/debate.ts";
import { figure } from "#core/figure.ts";
import { horizonWords, titleOf } from "#core/render/wording.ts";
import { Badge } from "./badge.tsx";
import { Levels } from "./levels.tsx";
import { Markdown } from "./markdown.tsx";
import { Part } from "./part.tsx";
import { Spoken } from "./spoken.tsx";

/** The trader's plan; nothing where there is none. */
export function Plan({ plan }: { readonly plan: SaidPlan | null }) {
  if (plan === null) return null;
  const { action, size, horizon, levels, reasoning, ...by } = plan;
  return (
    <Part id="plan" title="Plan">
      <Spoken
        title={`${figure(size, "percent")} of a portfolio over ${horizonWords(horizon)}`}
        badge={<Badge of={action} />}
        {...by}
      >
        <Markdown text={reasoning} where="trader" />
        <Levels levels={levels} where="trader.levels" />
      </Spoken>
    </Part>
  );
}

const TONES = { approve: "gain", change: "even", reject: "loss" } as const;

/** What the plan's reviewers have said, round by round. */
export function Reviews({ reviews }: { readonly reviews: readonly SaidReview[] }) {
  if (reviews.length === 0) return null;
  const rounds = new Set(reviews.map(({ round }) => round)).size;
  return (
    <Part id="reviews" title="Reviews">
      <div class="thirds">
        {reviews.map(({ speaker, round, verdict, size, argument, ...by }) => (
          <Spoken
            key={`${speaker}.${round}`}
            title={`${titleOf(speaker)}${rounds > 1 ? `, round ${round}` : ""}`}
            badge={
              <>
                <span class={`badge ${TONES[verdict]}`}>{verdict}</span>
                <span class="sure">{figure(size, "percent")}</span>
              </>
            }
            {...by}
          >
            <Markdown text={argument} where={`${speaker}.${round}`} />
          </Spoken>
        ))}
      </div>
    </Part>
  );
}
