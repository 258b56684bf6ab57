import { END, START, StateGraph, StateSchema } from "@langchain/langgraph";
import { analystNames } from "#core/analyst.ts";
import { analysts } from "./analysts.ts";
import { analystNode } from "./node-names.ts";
import { createAnalystNode } from "./nodes/analyst.ts";
import { createDispatcher } from "./nodes/dispatcher.ts";
import { createMerge } from "./nodes/merge.ts";
import { createPortfolioManager } from "./nodes/portfolio-manager.ts";
import type { AnalysisPorts } from "./ports.ts";
import { AnalysisState, inputFields } from "./state.ts";

/**
 * START -> dispatcher =Send=> the selected analysts, at once -> merge -> portfolio_manager -> END
 */
export function createAnalysisGraph(ports: AnalysisPorts) {
  const graph = new StateGraph(AnalysisState, { input: new StateSchema(inputFields) })
    .addNode("dispatcher", createDispatcher(ports), { ends: analystNames.map(analystNode) })
    .addNode("merge", createMerge(ports))
    .addNode("portfolio_manager", createPortfolioManager(ports))
    .addEdge(START, "dispatcher")
    .addEdge("merge", "portfolio_manager")
    .addEdge("portfolio_manager", END);
  for (const name of analystNames) {
    graph
      .addNode(analystNode(name), createAnalystNode(analysts[name], ports))
      .addEdge(analystNode(name), "merge");
  }
  return graph.compile({ name: "analysis" });
}
