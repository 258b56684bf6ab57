import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { type Ceiling, confidenceCeiling } from "#core/confidence-ceiling.ts";
import type { Decision } from "#core/decision.ts";
import { drawFrom } from "#core/samples.ts";
import type { Span } from "#core/span.ts";
import { addUsage, noUsage } from "#core/usage.ts";
import { type Emit, spanned, unwrap } from "../../span.ts";
import { Unreported } from "../../unreported.ts";
import { decisionForm } from "../forms.ts";
import type { AnalysisPorts } from "../ports.ts";
import { portfolioManagerBriefing, portfolioManagerPrompt } from "../prompts/portfolio-manager.ts";
import { type Spoken, speak } from "../spoken.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

const SPAN = { name: "portfolio_manager", kind: "manager", parent: null } as const;

/**
 * Draws the decision from all that was said, as often as asked and all at once. Without one report to
 * go by it makes none and says so.
 */
export function createPortfolioManager(ports: AnalysisPorts) {
  return async (
    state: AnalysisStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const ceiling = ceilingOf(state);
    const { drawn, spans } = await drawAll(state, ceiling, ports, config);
    const decisionUsage = drawn.map(({ said }) => said.usage).reduce(addUsage, noUsage);
    return {
      ceiling,
      ...decisionOf(drawn, ceiling),
      decisionGaps: drawn.flatMap(({ gap }) => gap ?? []),
      decisionUsage,
      spans,
    };
  };
}

function ceilingOf({ request, findings, silences, flags }: AnalysisStateValue): Ceiling {
  return confidenceCeiling({
    reports: findings.filter(({ report }) => report !== null).length,
    selected: request.analysts.length,
    silent: silences.map(({ analyst, round }) => {
      return round === null ? analyst : `${analyst} in round ${round}`;
    }),
    flags,
  });
}

/** The samples, each with a span of its own beneath the node's where there are several. */
async function drawAll(
  state: AnalysisStateValue,
  ceiling: Ceiling,
  ports: AnalysisPorts,
  config: LangGraphRunnableConfig,
): Promise<{ drawn: readonly Spoken<Decision>[]; spans: Span[] }> {
  const draw = (label: Pick<Span, "name" | "kind" | "parent">) =>
    speak(
      {
        role: "portfolio_manager",
        round: null,
        form: decisionForm,
        label,
        prompt: () => promptOf(state, ceiling),
      },
      ports,
      config,
    );
  const { samples } = state.request;
  if (samples === 1) {
    const one = await draw(SPAN);
    return { drawn: [one], spans: [one.span] };
  }
  const emit: Emit = (event) => config.writer?.(event);
  const all = await spanned(ports.clock, emit, SPAN, async () => {
    const drawn = await Promise.all(
      Array.from({ length: samples }, (_, index) =>
        draw({ name: `sample_${index + 1}`, kind: "sample", parent: SPAN.name }),
      ),
    );
    const { decision } = decisionOf(drawn, ceiling);
    if (decision !== null) {
      const text = decisionForm.wordsIn(decision);
      emit({ type: "text", node: SPAN.name, text, at: ports.clock.now() });
    }
    return drawn;
  });
  const drawn = unwrap(all);
  return { drawn, spans: [all.span, ...drawn.map(({ span }) => span)] };
}

function promptOf(state: AnalysisStateValue, ceiling: Ceiling) {
  if (state.findings.every(({ report }) => report === null)) {
    throw new Unreported("no_data", "there is no report to decide on");
  }
  return { system: portfolioManagerPrompt, briefing: portfolioManagerBriefing(state, ceiling) };
}

function decisionOf(
  drawn: readonly Spoken<Decision>[],
  { value: ceiling }: Ceiling,
): Pick<AnalysisStateValue, "decision" | "statedConfidence" | "agreement"> {
  const [first, ...more] = drawn.flatMap(({ value }) => value ?? []);
  if (first === undefined) return { decision: null, statedConfidence: null, agreement: null };
  const { chosen, samples } = drawFrom([first, ...more], drawn.length);
  const confidence = Math.min(chosen.confidence, ceiling, samples.agreement);
  return {
    decision: { ...chosen, confidence },
    statedConfidence: chosen.confidence,
    agreement: drawn.length === 1 ? null : samples,
  };
}
