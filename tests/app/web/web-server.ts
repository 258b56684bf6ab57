import { request } from "node:http";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { type Environment, readConfig } from "#app/config.ts";
import { openRunStore } from "#app/open-run-store.ts";
import type { RunMessage, Started } from "#app/web/api.ts";
import { startWeb, type WebOptions } from "#app/web/start-web.ts";
import { systemClock } from "#runtime/clock.ts";
import { startChatStub } from "../../helpers/chat-completions-stub.ts";
import { KEY } from "../../helpers/live-provider.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

/** A page that needs no bundling. */
const page = {
  shell: async () => "<!doctype html><title>The page</title>",
  bundle: async () => ({ script: "run()", style: "a{}", chartStyle: "b{}" }),
};

/** How long something is waited for that takes no time on a machine that is not busy. */
export const PATIENT = { timeout: 15_000 } as const;

interface ServerOptions extends Partial<Pick<WebOptions, "port" | "limits" | "clock" | "page">> {
  readonly env?: Environment;
}

export type RunningServer = Awaited<ReturnType<typeof startServer>>;

/** A server over the demo market and the rules model, and its store, in a folder of their own. */
export async function startServer({ env, clock = systemClock, ...options }: ServerOptions = {}) {
  const environment = {
    LOGS_DIR: await temporaryFolder(),
    TRADING_GRAPH_DATA: "demo",
    TRADING_GRAPH_DEPTH: "quick",
    ...env,
  };
  const config = readConfig(environment);
  const store = await openRunStore(config, clock);
  const told: string[] = [];
  const server = await startWeb({
    port: 0,
    store,
    config,
    environment,
    clock,
    page,
    tell: (line) => told.push(line),
    ...options,
  });
  onTestFinished(async () => {
    await server.close();
    await store.close();
  });
  const origin = new URL(server.url).origin;
  const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${origin}${path}`, { headers });
  const post = (path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}) =>
    fetch(`${origin}${path}`, {
      method: "POST",
      headers: { origin, "content-type": "application/json", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  return {
    ...server,
    origin,
    config,
    store,
    told,
    get,
    post,
    /** Starts what is asked, which must be taken. */
    async start(asked: object): Promise<string> {
      const answer = await post("/api/runs", { options: {}, ...asked });
      if (answer.status !== 202) throw new Error(await answer.text());
      const started = (await answer.json()) as Started;
      return "run" in started ? started.run : started.list;
    },
  };
}

/** A server whose live model never answers, so that a run goes on until it is stopped. */
export async function startSilent(limits = {}) {
  const asked = Promise.withResolvers<void>();
  const { origin } = await startChatStub(() => {
    asked.resolve();
    return true;
  });
  const env = {
    OPENAI_API_KEY: KEY,
    OPENAI_BASE_URL: `${origin}/v1`,
    TRADING_GRAPH_MODEL: "silent",
    TRADING_GRAPH_ANALYSTS: "market",
  };
  return { ...(await startServer({ env, limits })), asked: asked.promise };
}

/** What was sent of a run, with the ids that a browser would give back. */
export interface SentMessage {
  readonly id: number | null;
  readonly message: RunMessage;
}

/** The messages of a run, until the server ends them or nobody takes more. */
export async function* messagesOf(answer: Response): AsyncGenerator<SentMessage> {
  let rest = "";
  for await (const chunk of (answer.body ?? new ReadableStream()).pipeThrough(
    new TextDecoderStream(),
  )) {
    const blocks = `${rest}${chunk}`.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const { data, id } = Object.fromEntries(
        block.split("\n").map((line) => /^(\w*): ?(.*)$/.exec(line)?.slice(1) ?? []),
      );
      if (data !== undefined)
        yield { id: id === undefined ? null : Number(id), message: JSON.parse(data) };
    }
  }
}

/** All messages of a run, to the end. */
export async function allMessages(answer: Response): Promise<SentMessage[]> {
  return Array.fromAsync(messagesOf(answer));
}

/** The numbers of the events in messages. */
export function numbersIn(messages: readonly SentMessage[]): number[] {
  return messages.flatMap(({ message }) =>
    message.type === "events" ? message.events.map(({ seq }) => seq) : [],
  );
}

/** A request whose headers are all one's own, `Host` too. */
export async function bare(
  origin: string,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Readonly<Record<string, string>> },
) {
  const answered = Promise.withResolvers<{ status: number | undefined; body: string }>();
  const asked = request(`${origin}${path}`, { method, headers }, async (answer) => {
    answered.resolve({ status: answer.statusCode, body: await text(answer) });
  });
  asked.once("error", answered.reject);
  asked.end();
  return answered.promise;
}
