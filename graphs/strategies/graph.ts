import {
  type BaseCheckpointSaver,
  END,
  START,
  StateGraph,
  StateSchema,
} from "@langchain/langgraph";
import { createAuthorGraph } from "./author-graph.ts";
import { createBuyAndHold } from "./nodes/buy-and-hold.ts";
import { createDispatcher } from "./nodes/dispatcher.ts";
import { createRank } from "./nodes/rank.ts";
import type { StrategiesPorts } from "./ports.ts";
import { inputFields, StrategiesState } from "./state.ts";

/**
 * START -> dispatcher =Send=> author, one branch each, and buy_and_hold, all at once -> rank -> END
 *
 * A branch is a graph of its own (author-graph.ts), so that none waits for another's step.
 */
export function createStrategiesGraph(ports: StrategiesPorts, checkpointer?: BaseCheckpointSaver) {
  return new StateGraph(StrategiesState, { input: new StateSchema(inputFields) })
    .addNode("dispatcher", createDispatcher(ports), { ends: ["author", "buy_and_hold"] })
    .addNode("buy_and_hold", createBuyAndHold(ports))
    .addNode("author", createAuthorGraph(ports))
    .addNode("rank", createRank(ports))
    .addEdge(START, "dispatcher")
    .addEdge("author", "rank")
    .addEdge("buy_and_hold", "rank")
    .addEdge("rank", END)
    .compile({ name: "strategies", ...(checkpointer && { checkpointer }) });
}
