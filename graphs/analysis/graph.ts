import {
  type BaseCheckpointSaver,
  END,
  START,
  StateGraph,
  StateSchema,
} from "@langchain/langgraph";
import { analystNames, analystNode } from "#core/analyst.ts";
import { researchers, reviewers } from "#core/role.ts";
import { analysts } from "./analysts.ts";
import { createAnalystNode } from "./nodes/analyst.ts";
import { createAudit } from "./nodes/audit.ts";
import { createDispatcher } from "./nodes/dispatcher.ts";
import { createMerge } from "./nodes/merge.ts";
import { createPortfolioManager } from "./nodes/portfolio-manager.ts";
import { createRecall } from "./nodes/recall.ts";
import { createResearcher } from "./nodes/researcher.ts";
import { createReviewer } from "./nodes/reviewer.ts";
import { createTrader } from "./nodes/trader.ts";
import type { AnalysisPorts } from "./ports.ts";
import { afterArgument, afterMerge, afterPlan, afterRecall, afterReview } from "./routes.ts";
import { AnalysisState, inputFields } from "./state.ts";

/**
 * START -> dispatcher =Send=> the selected analysts, at once -> merge
 *       -> recall, and bull and bear, at once, in rounds -> trader -> its reviewers, at once, in rounds
 *       -> portfolio_manager -> audit -> END
 *
 * What the depth leaves out is passed by.
 *
 * @param checkpointer keeps the state after every step, so that a run that was cut off goes on
 */
export function createAnalysisGraph(ports: AnalysisPorts, checkpointer?: BaseCheckpointSaver) {
  const graph = new StateGraph(AnalysisState, { input: new StateSchema(inputFields) })
    .addNode("dispatcher", createDispatcher(ports), { ends: analystNames.map(analystNode) })
    .addNode("merge", createMerge(ports))
    .addNode("recall", createRecall(ports))
    .addNode("bull_researcher", createResearcher("bull_researcher", ports))
    .addNode("bear_researcher", createResearcher("bear_researcher", ports))
    .addNode("trader", createTrader(ports))
    .addNode("aggressive_reviewer", createReviewer("aggressive_reviewer", ports))
    .addNode("neutral_reviewer", createReviewer("neutral_reviewer", ports))
    .addNode("conservative_reviewer", createReviewer("conservative_reviewer", ports))
    .addNode("portfolio_manager", createPortfolioManager(ports))
    .addNode("audit", createAudit(ports))
    .addEdge(START, "dispatcher")
    .addConditionalEdges("merge", afterMerge, [...researchers, "recall", "portfolio_manager"])
    .addConditionalEdges("recall", afterRecall, ["portfolio_manager", END])
    .addConditionalEdges("trader", afterPlan, [...reviewers, "portfolio_manager"])
    .addEdge("portfolio_manager", "audit")
    .addEdge("audit", END);
  for (const role of researchers) {
    graph.addConditionalEdges(role, afterArgument(role), [role, "trader", "portfolio_manager"]);
  }
  for (const role of reviewers) {
    graph.addConditionalEdges(role, afterReview(role), [role, "portfolio_manager"]);
  }
  for (const name of analystNames) {
    graph
      .addNode(analystNode(name), createAnalystNode(analysts[name], ports))
      .addEdge(analystNode(name), "merge");
  }
  return graph.compile({ name: "analysis", ...(checkpointer && { checkpointer }) });
}
