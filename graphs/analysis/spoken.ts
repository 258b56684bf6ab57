import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { LangGraphRunnableConfig } from "@langchain/langgraph";
import type { Gap } from "#core/report.ts";
import type { Role } from "#core/role.ts";
import { isoTime, type Span } from "#core/span.ts";
import { addUsage, noUsage, type Usage } from "#core/usage.ts";
import { withDeadline } from "../deadline.ts";
import { type Emit, spanned } from "../span.ts";
import { reasonOf } from "../unreported.ts";
import { type FormPrompt, fillForm } from "./fill-form.ts";
import type { Form } from "./forms.ts";
import { modelSpan } from "./node-names.ts";
import type { AnalysisPorts } from "./ports.ts";

/** Who is to fill which form, and as what its work is shown. */
interface Speech<T> {
  readonly role: Exclude<Role, `${string}_analyst`>;
  /** Of a debate; null elsewhere. */
  readonly round: number | null;
  readonly form: Form<T>;
  readonly label: Pick<Span, "name" | "kind" | "parent">;
  /** Called within the span; what it throws becomes the gap. */
  prompt(): FormPrompt;
}

/** A form as somebody filled it, with when, by which model and at what cost; or the gap instead. */
export interface Spoken<T> {
  readonly value: T | null;
  readonly gap: Gap | null;
  readonly said: {
    readonly model: string | null;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly usage: Usage;
  };
  readonly span: Span;
}

/**
 * Has a role's model fill a form. What goes wrong becomes a typed gap; only an interrupted run and a
 * mistake in the settings throw.
 */
export async function speak<T>(
  { role, round, form, label, prompt }: Speech<T>,
  ports: AnalysisPorts,
  config: LangGraphRunnableConfig,
): Promise<Spoken<T>> {
  let usage = noUsage;
  const asking = { ...withDeadline(config, ports.deadline), runName: modelSpan(role) };
  const emit: Emit = (event) => config.writer?.(event);
  const outcome = await spanned(ports.clock, emit, label, async () => {
    const model: BaseChatModel = ports.model(role);
    const filled = await fillForm(model, form, prompt(), asking, (more) => {
      usage = addUsage(usage, more);
    });
    // No text is streamed of a form. One of several samples is told by whoever draws from them.
    if (label.parent === null) {
      const words = form.wordsIn(filled.value);
      const text = filled.wrote ? `\n\n${words}` : words;
      emit({ type: "text", node: label.name, text, at: ports.clock.now() });
    }
    return filled;
  });
  config.signal?.throwIfAborted();
  const { span } = outcome;
  const when = { startedAt: isoTime(span.startedAt), endedAt: isoTime(span.endedAt) };
  if (outcome.ok) {
    const { value, model } = outcome.value;
    return { value, gap: null, said: { ...when, model, usage }, span };
  }
  const gap: Gap = {
    analyst: role,
    round,
    ...reasonOf(outcome.thrown, ports.deadline),
    ...when,
    toolCalls: [],
    usage,
  };
  return { value: null, gap, said: { ...when, model: null, usage }, span };
}
