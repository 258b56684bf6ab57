import { setImmediate } from "node:timers/promises";
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage } from "@langchain/core/messages";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Failure } from "#core/contest/contest.ts";
import { addUsage } from "#core/usage.ts";
import { ask } from "../../ask.ts";
import type { StrategiesPorts } from "../ports.ts";
import { authorSystemPrompt } from "../prompts/author.ts";
import { repairRequest } from "../prompts/repair.ts";
import type { AuthorStateValue, AuthorUpdate } from "../state.ts";
import { doStep } from "../step.ts";

/** When all requests are under way: starting threads before that would hold them up. */
const REQUESTS_OUT_MS = 60;

/**
 * Asks an author for its strategy: first for one, then once for a better one, with what was wrong word
 * for word.
 */
export function createWrite(ports: StrategiesPorts) {
  return async (
    state: AuthorStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AuthorUpdate> => {
    const { author, attempts } = state;
    const at = ports.clock.now();
    const begins = attempts === 0;
    if (begins) {
      const { name } = author;
      config.writer?.({ type: "span_started", name, kind: "author", parent: null, at });
    }
    let { usage } = state;
    const { span, value, problem } = await doStep("write", state, ports, config, async (inner) => {
      // Every branch starts before the first one keeps the thread busy.
      await setImmediate();
      const named = {
        ...inner,
        runName: `${author.name}_model`,
        metadata: { ...inner.metadata, speaker: author.name },
      };
      const asking = ask(ports.model(author.model), conversation(state), named, (more) => {
        usage = addUsage(usage, more);
      });
      const preparing = setTimeout(() => {
        // What fails here fails again where it is needed, and is told there.
        ports.prepare(state.request.authors.length, state.bars).catch(() => {});
      }, REQUESTS_OUT_MS);
      try {
        return (await asking).text;
      } finally {
        clearTimeout(preparing);
      }
    });
    // Answers that have come by now are read before this one is worked on.
    await setImmediate();
    return {
      ...(begins && { startedAt: at }),
      // Where it could not be asked again, what it wrote first is all there is.
      ...(value !== null && { answer: value, code: null }),
      problem: problem && state.problem ? unmended(state.problem, problem) : problem,
      attempts: attempts + 1,
      usage,
      spans: [span],
    };
  };
}

/** It was told what is wrong, and nothing came of that. */
function unmended(first: Failure, { reason, message }: Failure): Failure {
  return {
    ...first,
    reason,
    message: `${first.message} It could not be asked to mend that: ${message}`,
  };
}

function conversation({ assignment, answer, problem }: AuthorStateValue): BaseMessage[] {
  const first = [new SystemMessage(authorSystemPrompt()), new HumanMessage(assignment)];
  if (answer === null || problem === null) return first;
  return [...first, new AIMessage(answer), new HumanMessage(repairRequest(problem.message))];
}
