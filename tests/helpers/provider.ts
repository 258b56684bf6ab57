import {
  answer,
  type InPlace,
  promptOf,
  type SeenRequest,
  startChatStub,
  streamText,
} from "./chat-completions-stub.ts";
import { FORMS } from "./filled-forms.ts";

const REPORT = ["All is ", "well.\n", "STANCE: bullish CONFIDENCE: 0.70"];

/** The form that a request asks for; null where it asks for a report. */
function formOf({ body }: SeenRequest): string | null {
  const bound = JSON.stringify(body.tool_choice ?? null);
  return Object.keys(FORMS).find((name) => bound.includes(`"${name}"`)) ?? null;
}

/** The role that a request is made for. */
export function roleOf(request: SeenRequest): string {
  return /^Role: (\w+)/.exec(promptOf(request))?.[1] ?? "";
}

/** Analysts write, everyone else fills a form; a test says what else may happen first. */
export async function startProvider(first: InPlace = () => false) {
  return startChatStub(
    (response, attempt, request) =>
      first(response, attempt, request) || answerWell(response, attempt, request),
  );
}

/** What the provider answers when nothing else happens. */
export function answerWell(...[response, attempt, request]: Parameters<InPlace>): true {
  const name = formOf(request);
  return answer(
    response,
    name === null
      ? streamText({ attempt, words: REPORT })
      : streamText({
          attempt,
          words: [],
          toolCalls: [
            {
              index: 0,
              id: `call-${attempt}`,
              function: { name, arguments: JSON.stringify(FORMS[name]) },
            },
          ],
          finishReason: "tool_calls",
        }),
  );
}
