import type { OpenAIClient } from "@langchain/openai";
import { z } from "zod";
import type { DataEvent } from "./events.ts";
import { ProviderFailure } from "./failure.ts";
import { type ReportedUsage, readUsage } from "./reported-usage.ts";
import { errorIn, parsedJson, type Said } from "./said.ts";

type Chunk = OpenAIClient.Chat.Completions.ChatCompletionChunk;
type Choice = OpenAIClient.Chat.Completions.ChatCompletionChunk.Choice;

const chunkSchema = z.object({
  choices: z.array(
    z.object({
      delta: z
        .object({
          content: z.string().nullish(),
          tool_calls: z.array(z.object({})).nullish(),
        })
        .nullish(),
      finish_reason: z.string().nullish(),
    }),
  ),
});

function isChunk(value: unknown): value is Chunk {
  return chunkSchema.safeParse(value).success;
}

/**
 * The chunks of an answer, in the one form that LangChain reads right: every one by the assistant,
 * and the usage once, at the end (a count that is sent twice would be added up).
 *
 * @param onProgress told of each event that carries data
 * @param onUsage told of each usage, also where the answer breaks off later
 * @param failureOf what an error within the stream came to
 * @throws ProviderFailure when the stream carries an error or anything else that is no chunk, or ends
 *   before the answer does
 */
export async function* readAnswer(
  events: AsyncIterable<DataEvent>,
  onProgress: () => void,
  onUsage: (usage: ReportedUsage) => void,
  failureOf: (said: Said) => ProviderFailure,
): AsyncGenerator<Chunk> {
  let last: Chunk | null = null;
  let usage: ReportedUsage | null = null;
  let finished = false;
  for await (const { name, data } of events) {
    onProgress();
    if (data === "[DONE]") break;
    const value = parsedJson(data);
    const error = errorIn(value);
    const reported = usageIn(value);
    if (reported !== null) {
      usage = reported;
      onUsage(reported);
    }
    if (error !== null) throw failureOf(error);
    if (name === "error" || !isChunk(value)) {
      throw new ProviderFailure("bad_answer", "its stream holds something that is no answer");
    }
    const reason: string | null | undefined = value.choices[0]?.finish_reason;
    if (reason === "error") {
      throw new ProviderFailure("bad_answer", "it broke off its answer with an error");
    }
    if (reason === "content_filter") {
      throw new ProviderFailure("filtered", "the content filter stopped the answer");
    }
    finished ||= typeof reason === "string" && reason !== "";
    last = value;
    yield { ...value, usage: null, choices: value.choices.map(byAssistant) };
  }
  if (last === null || !finished) {
    throw new ProviderFailure("truncated", "its stream ended before the answer did");
  }
  if (usage !== null) {
    yield { ...last, choices: [], usage };
  }
}

function usageIn(value: unknown): ReportedUsage | null {
  return typeof value === "object" && value !== null && "usage" in value
    ? readUsage(value.usage)
    : null;
}

/** Some send no role, no delta with the end, or tool calls without a place: all are optional here. */
function byAssistant(choice: Choice): Choice {
  const calls = choice.delta?.tool_calls?.map((call, index) => ({
    ...call,
    index: call.index ?? index,
  }));
  return {
    ...choice,
    delta: { ...choice.delta, role: "assistant", ...(calls && { tool_calls: calls }) },
  };
}
