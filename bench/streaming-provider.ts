import { createServer, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { listen } from "../tests/helpers/listen.ts";
import { formAnswer } from "./provider.ts";

/** How an answer is streamed: a token each so many milliseconds, so many of them. */
export interface Streaming {
  readonly everyMs: number;
  readonly tokens: number;
}

/**
 * A provider on this machine that streams tokens, each with a number of its own, and knows when it sent
 * which. Answers begin once so many are asked for.
 */
export async function startStreamingProvider({ everyMs, tokens }: Streaming, together: number) {
  /** When each token was sent, by its number, in epoch milliseconds. */
  const sentAt: number[] = [];
  const waiting: ServerResponse[] = [];
  const server = createServer(async (request, response) => {
    const form = formAnswer(await text(request));
    response.writeHead(200, { "content-type": "text/event-stream" });
    if (form !== null) return void response.end(form);
    waiting.push(response);
    if (waiting.length === together) speak(waiting.splice(0));
  });

  function speak(answers: readonly ServerResponse[]): void {
    for (const [place, response] of answers.entries()) {
      let left = tokens;
      // They do not all speak in the same instant.
      setTimeout(
        () => {
          const timer = setInterval(() => {
            left -= 1;
            response.write(left === 0 ? pieceOf(CLOSING, "stop") : pieceOf(numbered(), null));
            if (left > 0) return;
            clearInterval(timer);
            response.end("data: [DONE]\n\n");
          }, everyMs);
        },
        (place / answers.length) * everyMs,
      );
    }
  }

  function numbered(): string {
    return `#${sentAt.push(performance.timeOrigin + performance.now()) - 1} `;
  }

  const origin = await listen(server);
  return {
    baseUrl: `${origin}/v1`,
    sentAt,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

const CLOSING = "\nSTANCE: bullish CONFIDENCE: 0.70";

function pieceOf(content: string, finish: string | null): string {
  const choices = [{ index: 0, delta: { role: "assistant", content }, finish_reason: finish }];
  return `data: ${JSON.stringify({ id: "1", choices })}\n\n`;
}
