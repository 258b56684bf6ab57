import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { writeBrief } from "#core/brief.ts";
import { spanned, unwrap } from "../../span.ts";
import type { AnalysisPorts } from "../ports.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

/** Merges what the branches brought into one brief, in the order in which they were selected. */
export function createMerge(ports: AnalysisPorts) {
  return async (
    { findings }: Pick<AnalysisStateValue, "findings">,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const outcome = await spanned(
      ports.clock,
      (event) => config.writer?.(event),
      { name: "merge", kind: "merge", parent: null },
      async () =>
        writeBrief(
          findings.flatMap(({ report }) => report ?? []),
          findings.flatMap(({ gap }) => gap ?? []),
        ),
    );
    return { brief: unwrap(outcome), spans: [outcome.span] };
  };
}
