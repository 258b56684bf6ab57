import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { auditFigures } from "#core/audit/audit-figures.ts";
import { passagesOf } from "#core/audit/passages.ts";
import { spanned, unwrap } from "../../span.ts";
import type { AnalysisPorts } from "../ports.ts";
import { factsBehind, saidBy } from "../said-by.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

/** Holds every figure that was written against the facts. It marks and never refuses. */
export function createAudit(ports: AnalysisPorts) {
  return async (
    state: AnalysisStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const outcome = await spanned(
      ports.clock,
      (event) => config.writer?.(event),
      { name: "audit", kind: "audit", parent: null },
      async () => auditFigures(passagesOf(saidBy(state)), factsBehind(state)),
    );
    return { audited: unwrap(outcome), spans: [outcome.span] };
  };
}
