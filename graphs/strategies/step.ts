import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { ContestStep, Failure } from "#core/contest/contest.ts";
import { codeOf, messageOf } from "#core/errors.ts";
import type { Span } from "#core/span.ts";
import { withDeadline } from "../deadline.ts";
import { spanned } from "../span.ts";
import { whyNot } from "../why-not.ts";
import type { StrategiesPorts } from "./ports.ts";
import type { AuthorStateValue } from "./state.ts";

/** One step of an author's part: what it gave, or the problem. */
export type StepOutcome<T> = { readonly span: Span } & (
  | { readonly value: T; readonly problem: null }
  | { readonly value: null; readonly problem: Failure }
);

/**
 * Does one step of an author's part, and tells of it. What goes wrong is a problem of this author alone;
 * only an interrupted run throws.
 *
 * @param work given the config that the deadline ends
 */
export async function doStep<T>(
  step: ContestStep,
  { author }: Pick<AuthorStateValue, "author">,
  ports: StrategiesPorts,
  config: LangGraphRunnableConfig,
  work: (config: LangGraphRunnableConfig) => Promise<T>,
): Promise<StepOutcome<T>> {
  const { clock, deadline } = ports;
  const label = { name: step, kind: "author_step", parent: author.name } as const;
  const outcome = await spanned(
    clock,
    (event) => config.writer?.(event),
    label,
    () => work(withDeadline(config, deadline)),
  );
  config.signal?.throwIfAborted();
  const { span } = outcome;
  if (outcome.ok) return { span, value: outcome.value, problem: null };
  return { span, value: null, problem: { step, ...reasonOf(outcome.thrown, deadline) } };
}

function reasonOf(
  thrown: unknown,
  deadline: AbortSignal | undefined,
): Pick<Failure, "reason" | "message"> {
  if (deadline?.aborted || codeOf(thrown, "model") !== "strategy") return whyNot(thrown, deadline);
  return { reason: "bad_strategy", message: messageOf(thrown) };
}
