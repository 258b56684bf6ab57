import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import { writeBrief } from "#core/brief.ts";
import { dataFlagsOf } from "#core/data-flags.ts";
import { spanned, unwrap } from "../../span.ts";
import type { AnalysisPorts } from "../ports.ts";
import type { AnalysisStateValue, AnalysisUpdate } from "../state.ts";

/**
 * Merges what the branches brought into one brief, in the order in which they were selected, and says
 * what is amiss with their data.
 */
export function createMerge(ports: AnalysisPorts) {
  return async (
    { request, findings }: Pick<AnalysisStateValue, "request" | "findings">,
    config: LangGraphRunnableConfig,
  ): Promise<AnalysisUpdate> => {
    const outcome = await spanned(
      ports.clock,
      (event) => config.writer?.(event),
      { name: "merge", kind: "merge", parent: null },
      async () => {
        const reports = findings.flatMap(({ report }) => report ?? []);
        const gaps = findings.flatMap(({ gap }) => gap ?? []);
        return {
          brief: writeBrief(reports, gaps),
          flags: dataFlagsOf(
            findings.flatMap(({ facts }) => facts),
            [...reports, ...gaps].flatMap(({ toolCalls }) => toolCalls),
            request.asOf,
          ),
        };
      },
    );
    return { ...unwrap(outcome), spans: [outcome.span] };
  };
}
