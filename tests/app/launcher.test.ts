import { spawn } from "node:child_process";
import { cp, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it, onTestFinished } from "vitest";
import { INGREDIENTS } from "../../bin/bundle.js";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { startYahooStub } from "../helpers/yahoo-stub.ts";

const root = join(import.meta.dirname, "../..");
const launcher = join(root, "bin", "trading-graph.js");

/** Runs the program as a process of its own and gives what it printed. */
async function run(
  argv: readonly string[],
  { path = launcher, stopAfter = "", env = {}, cwd = root } = {},
) {
  const logsDir = await temporaryFolder();
  const child = spawn(process.execPath, [path, ...argv], {
    cwd,
    env: { ...process.env, LOGS_DIR: logsDir, CI: "true", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (stopAfter !== "") {
    child.stderr.on("data", (chunk) => {
      if (String(chunk).includes(stopAfter)) child.kill("SIGINT");
    });
  }
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on("close", resolve)),
  ]);
  return { stdout, stderr, code };
}

describe("the program", () => {
  it("prints a report and exits by itself", async () => {
    const { code, stdout } = await run(["analyze", "AAPL", "--data", "demo"]);
    expect(code).toBe(0);
    expect(stdout).toContain("## Timeline");
  });

  it("gives the exit code of what went wrong", async () => {
    const { code, stderr } = await run(["analyze", "not a ticker"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^Error: ticker "not a ticker"/);
  });

  it("reads a .env file where it is started, and what is set already wins", async () => {
    const cwd = await temporaryFolder();
    const lines = [
      "TRADING_GRAPH_DATA=yahoo",
      "TRADING_GRAPH_ANALYSTS=news",
      "TRADING_GRAPH_JSON=1",
    ];
    await writeFile(join(cwd, ".env"), lines.join("\n"));
    const { code, stdout } = await run(["analyze", "AAPL"], {
      cwd,
      env: { TRADING_GRAPH_DATA: "demo" },
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      data: { source: "demo" },
      reports: [{ analyst: "news" }],
    });
  });

  it("stops with 130 on Ctrl-C, while sources still hang, and prints no report", async () => {
    const yahoo = await startYahooStub();
    onTestFinished(() => yahoo.close());
    yahoo.fail("hang", { on: "summary", times: 99 });
    const { code, stdout, stderr } = await run(["analyze", "AAPL"], {
      stopAfter: "analysts: 6 start together",
      env: { YAHOO_BASE_URL: yahoo.url },
    });
    expect(code).toBe(130);
    expect(stdout).toBe("");
    expect(stderr).toContain("Interrupted");
  });

  it("makes a bundle where there is none, and one only", async () => {
    const copy = await temporaryFolder();
    await Promise.all(
      INGREDIENTS.map((part) => cp(join(root, part), join(copy, part), { recursive: true })),
    );
    // Everything installed, but for the cache that a bundle is kept in.
    const installed = await readdir(join(root, "node_modules"));
    await cp(join(root, "node_modules", ".package-lock.json"), join(copy, "node_modules", "x"));
    await Promise.all(
      installed
        .filter((name) => name !== ".cache")
        .map((name) => symlink(join(root, "node_modules", name), join(copy, "node_modules", name))),
    );
    const path = join(copy, "bin", "trading-graph.js");
    const versions = await Promise.all([
      run(["--version"], { path }),
      run(["--version"], { path }),
    ]);
    expect(versions.map(({ code }) => code)).toEqual([0, 0]);
    const bundles = join(copy, "node_modules", ".cache", "trading-graph");
    expect(await readdir(bundles)).toHaveLength(1);
  });
});
