import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { withDeadline } from "../../deadline.ts";
import { spanned } from "../../span.ts";
import type { AnalysisPorts } from "../ports.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

/**
 * Looks up how the desk's own decisions on the symbol and its peers turned out, as far as that was
 * known on the run's day, while others argue. A memory that fails costs the run nothing but its
 * record: the span says why.
 */
export function createRecall(ports: AnalysisPorts) {
  return async (
    { request, data, findings }: AnalysisStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const { symbol, asOf } = request;
    const { signal } = withDeadline(config, ports.deadline);
    const sector = findings
      .flatMap(({ facts }) => facts)
      .find(({ id }) => id === `${symbol}:profile.sector`)?.value;
    const outcome = await spanned(
      ports.clock,
      (event) => config.writer?.(event),
      { name: "recall", kind: "recall", parent: null },
      () =>
        ports.recall(
          { symbol, asOf, source: data.source, sector: typeof sector === "string" ? sector : null },
          signal === undefined ? {} : { signal },
        ),
    );
    config.signal?.throwIfAborted();
    return { record: outcome.ok ? outcome.value : null, spans: [outcome.span] };
  };
}
