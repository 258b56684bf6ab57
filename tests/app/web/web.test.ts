import { createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { runCli } from "#app/cli.ts";
import { systemClock } from "#runtime/clock.ts";
import { cli } from "../../helpers/cli.ts";
import { listen } from "../../helpers/listen.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { startServer } from "./web-server.ts";

/** A port that something listens on. */
async function takenPort(): Promise<string> {
  const server = createServer();
  onTestFinished(() => void server.close());
  return new URL(await listen(server)).port;
}

describe("the command web", () => {
  it("says what to do where the port that was named is taken, or is none", async () => {
    const port = await takenPort();
    const taken = {
      code: 2,
      stdout: "",
      stderr: `Error: port ${port} is taken: something else listens on it. Name another with --port, or leave it out.\n`,
    };
    expect(await cli(["web", "--port", port])).toMatchObject(taken);
    expect(await cli(["web"], { env: { WEB_PORT: port } })).toMatchObject(taken);
    for (const none of ["0", "65536", "4173.5", "http"]) {
      const { code, stderr } = await cli(["web", "--port", none]);
      expect([code, stderr]).toEqual([2, expect.stringContaining("whole number from 1 to 65535")]);
    }
    expect((await cli(["web", "AAPL"])).stderr).toContain("web takes no arguments");
  });

  it("listens on any free port where none is named, and on this machine's own address", async () => {
    const [one, other] = [await startServer({ port: null }), await startServer({ port: null })];
    expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(other.url).not.toBe(one.url);
    expect((await other.get("/")).status).toBe(200);
  });

  it("prints its address, serves the page, and ends with its runs when it is told to", async () => {
    const env = { LOGS_DIR: await temporaryFolder(), TRADING_GRAPH_DATA: "demo" };
    const [printed, stop] = [Promise.withResolvers<string>(), new AbortController()];
    let stderr = "";
    const ended = runCli({
      argv: ["web"],
      environment: () => env,
      terminal: {
        stdout: { write: (text) => printed.resolve(text) },
        stderr: {
          write(text) {
            stderr += text;
          },
        },
      },
      stdin: async function* () {},
      clock: systemClock,
      signal: stop.signal,
    });
    const url = (await printed.promise).trim();
    for (const path of ["", "runs/20261120T100000Z-AAPL-0000", "new/analysis"]) {
      expect(await (await fetch(`${url}${path}`)).text()).toContain('<div id="app">');
    }
    const [origin, body] = [new URL(url).origin, { kind: "analysis", ticker: "AAPL", options: {} }];
    const headers = { origin, "content-type": "application/json" };
    await fetch(`${url}api/runs`, { method: "POST", headers, body: JSON.stringify(body) });
    stop.abort(new Error("interrupted"));
    expect(await ended).toBe(130);
    expect(stderr).toMatch(/^AAPL begun \(.+\)\nAAPL (stopped|done)/);
    await expect(fetch(url)).rejects.toThrow();
  });
});
