import {
  eventText,
  type InPlace,
  refuse,
  type SeenRequest,
  streamText,
} from "./chat-completions-stub.ts";
import { answerWell, roleOf, startProvider } from "./provider.ts";

/** An answer that a test gives piece by piece. */
export interface Voice {
  /** Sends a piece. */
  say(piece: string): void;
  /** Ends the answer, after a last piece. */
  end(piece?: string): void;
  /** Answers at once what the provider answers by itself: a report, or a filled form. */
  answerWell(): void;
  /** Refuses the request, where nothing was said yet. */
  refuse(message: string): void;
}

const CLOSING = "\nSTANCE: bullish CONFIDENCE: 0.70";

interface Waiting {
  readonly voices: Voice[];
  readonly takers: ((voice: Voice) => void)[];
}

/**
 * A provider on a real socket whose answers to some roles wait until a test gives them.
 *
 * @param speaks whether a test answers for this role, and not the provider by itself
 */
export async function startSpeakingProvider(
  speaks: (role: string, request: SeenRequest) => boolean = (role) => role.endsWith("analyst"),
) {
  const byRole = new Map<string, Waiting>();
  const waiting = (role: string): Waiting => {
    const known = byRole.get(role) ?? { voices: [], takers: [] };
    byRole.set(role, known);
    return known;
  };
  const provider = await startProvider((response, attempt, request) => {
    const role = roleOf(request);
    if (!speaks(role, request)) return false;
    const voice = voiceOf(response, attempt, request);
    const { voices, takers } = waiting(role);
    const taker = takers.shift();
    if (taker === undefined) voices.push(voice);
    else taker(voice);
    return true;
  });
  return {
    ...provider,
    /** The next answer that this role is asked for, as soon as it is. */
    async voice(role: string): Promise<Voice> {
      const { voices, takers } = waiting(role);
      const voice = voices.shift();
      return voice ?? new Promise((resolve) => takers.push(resolve));
    },
  };
}

function voiceOf(...[response, attempt, request]: Parameters<InPlace>): Voice {
  const piece = (content: string) => {
    if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream" });
    const delta = { role: "assistant", content };
    const choices = [{ index: 0, delta, finish_reason: null }];
    response.write(eventText({ id: `chatcmpl-${attempt}`, choices }));
  };
  return {
    say: piece,
    end(last = CLOSING) {
      piece(last);
      response.end(streamText({ attempt, words: [] }));
    },
    answerWell: () => void answerWell(response, attempt, request),
    refuse: (message) => refuse(response, 400, {}, { message }),
  };
}
