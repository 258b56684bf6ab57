import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { onTestFinished } from "vitest";
import { z } from "zod";
import type { Span } from "#core/span.ts";
import { listen } from "./listen.ts";

const timeSchema = z.union([z.string(), z.number()]).transform((time) => Date.parse(isoOf(time)));

const runSchema = z.object({
  id: z.string(),
  name: z.string(),
  run_type: z.string(),
  parent_run_id: z.string().nullish(),
  start_time: timeSchema,
  end_time: timeSchema.nullish(),
  error: z.string().nullish(),
  inputs: z.unknown().optional(),
  outputs: z.unknown().optional(),
});

/** A run as LangSmith would keep it; times in epoch milliseconds. */
export type RecordedRun = z.infer<typeof runSchema>;

export interface LangSmithRecorder {
  /** For LANGSMITH_ENDPOINT. */
  readonly origin: string;
  /** Every request, oldest first; bodies as they were before compression. */
  readonly requests: readonly {
    readonly route: string;
    readonly headers: IncomingHttpHeaders;
    readonly body: string;
  }[];
  /** Everything posted and patched so far, put together, in the order of the starts. */
  runs(): RecordedRun[];
}

export interface RecorderOptions {
  /** Whether /info says that bodies may be compressed. */
  readonly gzip?: boolean;
}

/** A server on this machine that takes traces as LangSmith does: GET /info, POST /runs/multipart. */
export async function startLangSmithRecorder({
  gzip = false,
}: RecorderOptions = {}): Promise<LangSmithRecorder> {
  const requests: { route: string; headers: IncomingHttpHeaders; body: string }[] = [];
  const kept = new Map<string, Record<string, unknown>>();

  const take = async (request: IncomingMessage): Promise<object | null> => {
    const route = `${request.method} ${request.url}`;
    const { headers } = request;
    const sent = await buffer(request);
    const body = headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent;
    requests.push({ route, headers, body: body.toString() });
    if (route === "GET /info") return infoOf(gzip);
    if (route !== "POST /runs/multipart") return null;
    for (const [part, value] of await partsOf(body, headers["content-type"] ?? "")) {
      const [, id = "", field] = part.split(".");
      const data: unknown = JSON.parse(value);
      const fields =
        field === undefined ? z.record(z.string(), z.unknown()).parse(data) : { [field]: data };
      kept.set(id, { id, ...kept.get(id), ...fields });
    }
    return { message: "accepted" };
  };

  const server = createServer(async (request, response) => {
    const answer = await take(request);
    response.writeHead(answer === null ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(answer ?? {}));
  });
  const origin = await listen(server);
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    origin,
    requests,
    runs: () =>
      [...kept.values()]
        .map((run) => runSchema.parse(run))
        .sort((a, b) => a.start_time - b.start_time),
  };
}

/** The runs of nodes and tools as spans, so that what is asked of a timeline can be asked of a trace. */
export function spansOf(runs: readonly RecordedRun[]): Span[] {
  return runs.flatMap((run) => {
    const parent = runs.find(({ id }) => id === run.parent_run_id);
    const kind =
      run.run_type === "tool"
        ? "tool"
        : run.name === "dispatcher"
          ? "dispatcher"
          : run.name.endsWith("_analyst")
            ? "analyst"
            : null;
    if (kind === null || run.end_time == null) return [];
    return {
      name: run.name,
      kind,
      parent: kind === "tool" ? (parent?.name ?? null) : null,
      startedAt: run.start_time,
      endedAt: run.end_time,
      error: run.error ?? null,
    };
  });
}

function infoOf(gzip: boolean): object {
  return {
    version: "0.10.0",
    batch_ingest_config: { use_multipart_endpoint: true, size_limit: 100 },
    instance_flags: { gzip_body_enabled: gzip },
  };
}

/** Names and texts of a form's parts, such as `post.<id>` and `post.<id>.inputs`. */
async function partsOf(body: Buffer, contentType: string): Promise<[string, string][]> {
  const form = await new Response(new Uint8Array(body), {
    headers: { "content-type": contentType },
  }).formData();
  return [...form].map(([name, value]) => [name, String(value)]);
}

/** Starts come in microseconds that only tell an order apart, ends in epoch milliseconds. */
function isoOf(time: string | number): string {
  return typeof time === "number" ? new Date(time).toISOString() : time;
}
