import type { CallbackManagerForLLMRun } from "@langchain/core/callbacks/manager";
import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import { DeskError, type ErrorCode } from "#core/errors.ts";
import { type FailureKind, ProviderFailure } from "./failure.ts";
import { WholeAnswerModel } from "./whole-answer-model.ts";

/** How a model fails. Other errors, such as a budget that is used up, are nobody's fault and end it. */
const FAILURES: readonly ErrorCode[] = ["model", "timeout", "configuration"];

/** What no other model of the provider mends: a person has to set something right. */
const WRONG_SETTINGS: readonly FailureKind[] = ["key_refused", "wrong_base_url", "redirected"];

/**
 * A model that asks the first, and the next one where one has failed for good, unless the key or the
 * address is wrong: that ends the call at once, with its own error. The answer's
 * `response_metadata.answered_by` says which it was.
 *
 * Throws the error of the last as it is where there is one model; else a DeskError with the code of
 * the first failure that names all.
 */
export function withFallbacks(models: readonly [BaseChatModel, ...BaseChatModel[]]): BaseChatModel {
  return new FallbackModel(models);
}

class FallbackModel extends WholeAnswerModel {
  readonly #models: readonly BaseChatModel[];

  constructor(models: readonly [BaseChatModel, ...BaseChatModel[]]) {
    super(nameOf(models[0]));
    this.#models = models;
  }

  override async _generate(
    messages: BaseMessage[],
    options: this["ParsedCallOptions"],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    const failures: DeskError[] = [];
    for (const model of this.#models) {
      try {
        const result = await model._generate(messages, options, runManager);
        for (const { message } of result.generations) {
          const { response_metadata: metadata } = message;
          message.response_metadata = { ...metadata, answered_by: nameOf(model) };
        }
        return result;
      } catch (thrown) {
        options.signal?.throwIfAborted();
        if (!(thrown instanceof DeskError) || !FAILURES.includes(thrown.code)) throw thrown;
        if (isWrongSetting(thrown.cause)) throw thrown;
        failures.push(thrown);
      }
    }
    throw allFailed(failures);
  }
}

function isWrongSetting(cause: unknown): boolean {
  return cause instanceof ProviderFailure && WRONG_SETTINGS.includes(cause.kind);
}

function nameOf(model: BaseChatModel): string {
  return "model" in model && typeof model.model === "string" ? model.model : model._llmType();
}

function allFailed(failures: readonly DeskError[]): Error {
  const [first, ...others] = failures;
  if (first === undefined || others.length === 0) return first ?? new Error("no model was asked");
  const sentences = failures.map(({ message }) => message).join(" ");
  return new DeskError(first.code, `all ${failures.length} models failed: ${sentences}`, {
    cause: first,
    facts: { failures: failures.map(({ facts }) => facts) },
  });
}
