import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Entry } from "#core/contest/contest.ts";
import { isoTime, type Span } from "#core/span.ts";
import type { StrategiesPorts } from "../ports.ts";
import type { AuthorStateValue, AuthorUpdate } from "../state.ts";

/** Ends an author's part: what came of it, with figures or with the reason why there are none. */
export function createSubmit({ clock }: StrategiesPorts) {
  return async (
    state: AuthorStateValue,
    config: LangGraphRunnableConfig,
  ): Promise<AuthorUpdate> => {
    const { author, code, problem, outcome, startedAt } = state;
    const endedAt = clock.now();
    const error = problem?.message ?? null;
    const label = { name: author.name, kind: "author", parent: null } as const;
    const span: Span = { ...label, startedAt, endedAt, error };
    const sample = outcome?.measured?.outOfSample;
    config.writer?.({
      type: "strategy_ended",
      node: author.name,
      sharpe: sample?.sharpe ?? null,
      totalReturn: sample?.totalReturn ?? null,
      failure: error,
      code,
      answer: unread(state),
      at: endedAt,
    });
    config.writer?.({
      type: "span_ended",
      ...label,
      at: endedAt,
      ms: endedAt - startedAt,
      error,
    });
    return { entries: [entryOf(state, endedAt)], spans: [span] };
  };
}

/** What stands in the place of a strategy is the reader's to see. */
function unread({ code, answer }: AuthorStateValue): string | null {
  return code === null ? answer : null;
}

function entryOf(state: AuthorStateValue, endedAt: number): Entry {
  const { author, code, attempts, problem, outcome, notes, startedAt, usage } = state;
  return {
    author: author.name,
    model: author.model,
    code,
    answer: unread(state),
    repaired: attempts > 1,
    failure: problem,
    measured: outcome?.measured ?? null,
    trades: outcome?.trades ?? [],
    open: outcome?.open ?? [],
    equity: outcome?.equity ?? [],
    warnings: [...notes, ...(outcome?.warnings ?? [])],
    startedAt: isoTime(startedAt),
    endedAt: isoTime(endedAt),
    usage,
  };
}
