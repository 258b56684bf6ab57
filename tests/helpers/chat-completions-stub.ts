import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly model: string; readonly messages: unknown; readonly stream?: boolean };
}

/** Answers a request in place of the model; false leaves it to the model. */
type InPlace = (response: ServerResponse, attempt: number) => boolean;

const WORDS = ["Apple ", "looks ", "fine."];
const USAGE = { prompt_tokens: 11, completion_tokens: 3, total_tokens: 14 };

/**
 * A server on this machine that speaks the chat completions API under `/v1`, at once or as a stream,
 * and says the same of everything. Its first attempt is 1; each answer has an id of its own.
 */
export async function startChatStub(inPlace: InPlace = () => false) {
  const seen: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const body: SeenRequest["body"] = JSON.parse(await text(request));
    const attempt = seen.push({ path: request.url ?? "", headers: request.headers, body });
    if (inPlace(response, attempt)) return;
    const common = { id: `chatcmpl-${attempt}`, created: 0, model: body.model };
    if (body.stream) stream(response, { ...common, object: "chat.completion.chunk" });
    else whole(response, { ...common, object: "chat.completion" });
  });
  const listening = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", listening.resolve);
  await listening.promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return { origin: `http://127.0.0.1:${address.port}`, seen };
}

function whole(response: ServerResponse, common: object): void {
  const message = { role: "assistant", content: WORDS.join("") };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ ...common, choices, usage: USAGE }));
}

function stream(response: ServerResponse, common: object): void {
  response.setHeader("content-type", "text/event-stream");
  const send = (data: object) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  for (const content of WORDS) {
    const delta = { role: "assistant", content };
    send({ ...common, choices: [{ index: 0, delta, finish_reason: null }] });
  }
  send({ ...common, choices: [{ index: 0, delta: {}, finish_reason: "stop" }] });
  send({ ...common, choices: [], usage: USAGE });
  response.end("data: [DONE]\n\n");
}
