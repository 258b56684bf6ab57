import { END, START, StateGraph } from "@langchain/langgraph";
import { createBacktest } from "./nodes/backtest.ts";
import { createCheck } from "./nodes/check.ts";
import { createDryRun } from "./nodes/dry-run.ts";
import { createSubmit } from "./nodes/submit.ts";
import { createWrite } from "./nodes/write.ts";
import type { StrategiesPorts } from "./ports.ts";
import { afterCheck, afterDryRun, afterWrite } from "./routes.ts";
import { AuthorInput, AuthorOutput, AuthorState } from "./state.ts";

/**
 * START -> write -> check -> dry_run -> backtest -> submit -> END
 *
 * What check or dry run find wrong is told to the model once: they then lead back to write. What cannot
 * be mended leads to submit, as a failure.
 */
export function createAuthorGraph(ports: StrategiesPorts) {
  return new StateGraph(AuthorState, { input: AuthorInput, output: AuthorOutput })
    .addNode("write", createWrite(ports))
    .addNode("check", createCheck(ports))
    .addNode("dry_run", createDryRun(ports))
    .addNode("backtest", createBacktest(ports))
    .addNode("submit", createSubmit(ports))
    .addEdge(START, "write")
    .addConditionalEdges("write", afterWrite, ["check", "submit"])
    .addConditionalEdges("check", afterCheck, ["dry_run", "write", "submit"])
    .addConditionalEdges("dry_run", afterDryRun, ["backtest", "write", "submit"])
    .addEdge("backtest", "submit")
    .addEdge("submit", END)
    .compile({ name: "author" });
}
