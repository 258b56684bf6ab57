import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { StrategiesPorts } from "../ports.ts";
import type { AuthorStateValue, AuthorUpdate } from "../state.ts";
import { doStep } from "../step.ts";

/** Finds the strategy in an author's answer, and what is wrong with it without running it. */
export function createCheck(ports: StrategiesPorts) {
  return async (
    state: AuthorStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AuthorUpdate> => {
    const { span, value, problem } = await doStep("check", state, ports, config, () =>
      ports.readStrategy(state.answer ?? ""),
    );
    return {
      code: value?.code ?? null,
      notes: [...(value?.notes ?? [])],
      problem,
      spans: [span],
    };
  };
}
