import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { analysisResultSchema } from "#core/result.ts";
import { runProgram } from "../helpers/program.ts";
import { LANGSMITH_KEY, ONE_ANALYST, RULES, traced } from "../helpers/traced.ts";

async function originOf(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

/** Where nobody listens. */
async function refusingOrigin(): Promise<string> {
  const server = createServer();
  const origin = await originOf(server);
  server.close();
  await once(server, "close");
  return origin;
}

/** Where connections are taken and nothing is ever said. */
async function silentOrigin(): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on("error", () => {});
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return originOf(server);
}

describe("an endpoint that takes no traces", () => {
  it.each([
    ["refuses connections", refusingOrigin, /unreachable \(ECONNREFUSED\)/],
    ["never answers", silentOrigin, /it took too long/],
  ])("and %s delays the exit by no more than 2 s", async (_, startOrigin, reason) => {
    const origin = await startOrigin();
    const [plain, run] = await Promise.all([
      runProgram(ONE_ANALYST, { env: { LANGSMITH_TRACING: "false" } }),
      traced(origin, ONE_ANALYST),
    ]);
    expect(run.exitMs - plain.exitMs).toBeLessThan(2_500);
    expect(run.code).toBe(0);
    expect(analysisResultSchema.parse(JSON.parse(run.stdout)).reports).toHaveLength(1);
    const lines = run.stderr.trim().split("\n");
    expect(lines.filter((line) => !line.startsWith("SYNTHETIC DATA"))).toEqual([
      expect.stringMatching(reason),
    ]);
  });

  it("and repeats the key in its refusal is told about without a word of its own", async () => {
    const server = createServer((socket) => {
      const refusal = `{"detail":"bad key ${LANGSMITH_KEY}"}`;
      const head = `HTTP/1.1 401 Unauthorized\r\ncontent-length: ${refusal.length}\r\nconnection: close`;
      socket.on("error", () => {});
      socket.once("data", () => socket.end(`${head}\r\n\r\n${refusal}`));
    });
    onTestFinished(() => void server.close());
    const { stderr, stdout } = await traced(await originOf(server), RULES);
    expect(stderr).toMatch(/LangSmith has no whole trace of this run: it answered with 401\./);
    expect(stderr).toContain("LANGSMITH_API_KEY");
    expect(stderr + stdout).not.toContain(LANGSMITH_KEY);
  });
});
