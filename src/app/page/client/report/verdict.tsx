import { horizonWords, sentence } from "#core/render/wording.ts";
import type { AnalysisResult } from "#core/result.ts";
import { Levels } from "./levels.tsx";
import { Line, Markdown } from "./markdown.tsx";
import { Meter } from "./meter.tsx";
import { SamplesPart } from "./samples-part.tsx";

/** The decision, how sure it may be, what it rests on, and what speaks against it. */
export function Verdict({ result }: { readonly result: AnalysisResult }) {
  const { decision, gaps } = result;
  if (decision === null) {
    const why = gaps.find(({ analyst }) => analyst === "portfolio_manager");
    return (
      <section class="verdict none" id="decision" aria-label="Decision">
        <div class="verdict-call">
          <p class="action">no decision</p>
        </div>
        <p class="prose">{sentence(why?.message ?? "The run ended before it was made")}</p>
      </section>
    );
  }
  const { action, confidence, horizon, thesis, risks, levels } = decision;
  const { ceiling, statedConfidence, samples } = result;
  return (
    <section class={`verdict ${action}`} id="decision" aria-label="Decision">
      <div class="verdict-call">
        <p class="action">{action}</p>
        <p class="verdict-horizon">over {horizonWords(horizon)}</p>
        <p class="verdict-confidence">
          <span>Confidence</span>
          <strong>{confidence.toFixed(2)}</strong>
        </p>
        <Meter value={confidence} ceiling={ceiling.value} />
        <p class="quiet">at most {ceiling.value.toFixed(2)}</p>
        {ceiling.reasons.length === 0 ? null : (
          <ul class="reasons">
            {ceiling.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        )}
        {statedConfidence !== null && statedConfidence > confidence ? (
          <p class="quiet">The model stated {statedConfidence.toFixed(2)}, more than it may.</p>
        ) : null}
        <Levels levels={levels} where="decision.levels" />
      </div>
      <div class="verdict-thesis">
        <h2>Why</h2>
        <Markdown text={thesis} where="decision.thesis" />
        {samples === null ? null : <SamplesPart samples={samples} />}
      </div>
      <div class="verdict-risks">
        <h2>What would prove it wrong</h2>
        <ul class="bullets">
          {risks.map((risk, place) => (
            <li key={risk}>
              <Line text={risk} where={`decision.risks.${place}`} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
