import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { listen } from "./listen.ts";

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly content: unknown }[];
    readonly stream?: boolean;
    readonly [other: string]: unknown;
  };
  /** When it was read, on the clock of `performance.now()`. */
  readonly at: number;
}

/** The first message of a request. */
export function promptOf({ body }: SeenRequest): string {
  return String(body.messages[0]?.content);
}

/** Answers a request in place of the model; false leaves it to the model. */
export type InPlace = (
  response: ServerResponse,
  attempt: number,
  request: SeenRequest,
) => boolean | undefined;

const WORDS = ["Apple ", "looks ", "fine."];
const USAGE = { prompt_tokens: 11, completion_tokens: 3, total_tokens: 14 };

/**
 * A server on this machine that speaks the chat completions API under `/v1`, at once or as a stream,
 * and says the same of everything. Its first attempt is 1; each answer has an id of its own. Once it is
 * told to stop it takes no further connection.
 */
export async function startChatStub(inPlace: InPlace = () => false) {
  const seen: SeenRequest[] = [];
  const connections = { count: 0 };
  const server = createServer(async (request, response) => {
    const { url: path = "", headers } = request;
    const body: SeenRequest["body"] = JSON.parse(await text(request));
    const asked = { path, headers, body, at: performance.now() };
    const attempt = seen.push(asked);
    if (inPlace(response, attempt, asked)) return;
    if (body.stream) answer(response, streamText({ attempt, model: body.model }));
    else whole(response, { id: idOf(attempt), object: "chat.completion", model: body.model });
  });
  server.on("connection", () => {
    connections.count += 1;
  });
  const origin = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const stop = () => server.close();
  return { origin, seen, connections, stop };
}

/** A delta that begins a tool call, or goes on with it. */
export interface ToolCallDelta {
  readonly index: number;
  readonly id?: string;
  readonly function: { readonly name?: string; readonly arguments: string };
}

export interface StreamedAnswer {
  readonly attempt: number;
  readonly model?: string;
  readonly words?: readonly string[];
  readonly toolCalls?: readonly ToolCallDelta[];
  readonly finishReason?: string | null;
  readonly usage?: object | null;
}

/** The bytes of a whole answer as a stream. */
export function streamText({
  attempt,
  model = "some-model",
  words = WORDS,
  toolCalls = [],
  finishReason = "stop",
  usage = USAGE,
}: StreamedAnswer): string {
  const common = { id: idOf(attempt), object: "chat.completion.chunk", created: 0, model };
  const delta = (content: object) => ({
    ...common,
    choices: [{ index: 0, delta: { role: "assistant", ...content }, finish_reason: null }],
  });
  const events = [
    ...words.map((content) => delta({ content })),
    ...toolCalls.map((call) => delta({ content: null, tool_calls: [call] })),
    ...(finishReason === null
      ? []
      : [{ ...common, choices: [{ index: 0, delta: {}, finish_reason: finishReason }] }]),
    ...(usage === null ? [] : [{ ...common, choices: [], usage }]),
  ];
  return `${events.map(eventText).join("")}data: [DONE]\n\n`;
}

/** One event of a stream. */
export function eventText(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** Answers with a stream of these bytes, and ends it. */
export function answer(response: ServerResponse, bytes: string | Uint8Array): true {
  response.writeHead(200, { "content-type": "text/event-stream" }).end(bytes);
  return true;
}

/** Refuses with a status and OpenAI's form of an error. */
export function refuse(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  error: object = { message: "the stub refuses" },
): true {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify({ error }));
  return true;
}

function idOf(attempt: number): string {
  return `chatcmpl-${attempt}`;
}

function whole(response: ServerResponse, common: object): void {
  const message = { role: "assistant", content: WORDS.join("") };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ ...common, created: 0, choices, usage: USAGE }));
}
