import { mkdtemp, readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@langchain/langgraph-api/server";
import { Client } from "@langchain/langgraph-sdk";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const root = join(import.meta.dirname, "../..");
const nodes = [
  "dispatcher",
  "market_analyst",
  "fundamentals_analyst",
  "news_analyst",
  "sentiment_analyst",
  "macro_analyst",
  "risk_analyst",
  "merge",
  "recall",
  "bull_researcher",
  "bear_researcher",
  "trader",
  "aggressive_reviewer",
  "neutral_reviewer",
  "conservative_reviewer",
  "portfolio_manager",
  "audit",
];

async function freePort(): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const address = probe.address();
    probe.close(() =>
      typeof address === "object" && address !== null
        ? resolve(address.port)
        : reject(new Error("no port")),
    );
  });
  return promise;
}

describe("LangGraph Studio's server", () => {
  let client: Client;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    vi.stubEnv("TRADING_GRAPH_DATA", "demo");
    vi.stubEnv("TRADING_GRAPH_MODEL", "rules");
    vi.stubEnv("LANGGRAPH_CLI_NO_ANALYTICS", "1");
    const { graphs } = JSON.parse(await readFile(join(root, "langgraph.json"), "utf8"));
    const port = await freePort();
    const server = await startServer({
      port,
      nWorkers: 2,
      host: "127.0.0.1",
      // It keeps its threads in a folder below the one it is told: not the project's.
      cwd: await mkdtemp(join(tmpdir(), "trading-graph-")),
      graphs: Object.fromEntries(
        Object.entries<string>(graphs).map(([id, path]) => [id, join(root, path)]),
      ),
    });
    stop = server.cleanup;
    client = new Client({ apiUrl: `http://${server.host}` });
  }, 60_000);

  afterAll(async () => {
    await stop();
    vi.unstubAllEnvs();
  });

  it("lists every graph as an assistant", async () => {
    const assistants = await client.assistants.search();
    expect(assistants.map(({ graph_id }) => graph_id).sort()).toEqual([
      "analysis",
      "chain",
      "strategies",
    ]);
  });

  it("draws the nodes and edges of the design", async () => {
    const graph = await client.assistants.getGraph("analysis");
    const names = graph.nodes.map(({ id }) => id);
    expect(names.sort()).toEqual(["__start__", ...nodes, "__end__"].sort());
    const edges = graph.edges.map(({ source, target }) => `${source} -> ${target}`);
    const analysts = nodes.filter((name) => name.endsWith("_analyst"));
    expect(edges.sort()).toEqual(
      [
        "__start__ -> dispatcher",
        ...analysts.flatMap((name) => [`dispatcher -> ${name}`, `${name} -> merge`]),
        "recall -> portfolio_manager",
        "recall -> __end__",
        ...["recall", "bull_researcher", "bear_researcher", "portfolio_manager"].map(
          (next) => `merge -> ${next}`,
        ),
        ...nodes
          .filter((name) => name.endsWith("_researcher"))
          .flatMap((name) => [name, "trader", "portfolio_manager"].map((to) => `${name} -> ${to}`)),
        ...nodes
          .filter((name) => name.endsWith("_reviewer"))
          .flatMap((name) => [
            `trader -> ${name}`,
            `${name} -> ${name}`,
            `${name} -> portfolio_manager`,
          ]),
        "trader -> portfolio_manager",
        "portfolio_manager -> audit",
        "audit -> __end__",
      ].sort(),
    );
  });

  it("asks for a ticker and options, and for nothing else", async () => {
    const { input_schema: input } = await client.assistants.getSchemas("analysis");
    expect(Object.keys(input?.properties ?? {}).sort()).toEqual([
      "analysts",
      "asOf",
      "debateRounds",
      "depth",
      "riskRounds",
      "samples",
      "ticker",
    ]);
  });

  it("analyses AAPL on demo data", async () => {
    const state = await client.runs.wait(null, "analysis", { input: { ticker: "AAPL" } });
    expect(state).toMatchObject({
      request: { symbol: "AAPL" },
      data: { source: "demo", synthetic: true },
      decisionGaps: [],
    });
    expect("findings" in state && state.findings).toHaveLength(6);
  });

  it("draws the contest with the steps of an author's branch", async () => {
    const graph = await client.assistants.getGraph("strategies", { xray: true });
    const names = graph.nodes.map(({ id }) => String(id));
    for (const step of ["write", "check", "dry_run", "backtest", "submit"]) {
      expect(names.filter((name) => name.endsWith(step))).toHaveLength(1);
    }
    expect(names).toEqual(expect.arrayContaining(["dispatcher", "rank"]));
  });

  it("asks for a ticker and how to deal, and for nothing else", async () => {
    const { input_schema: input } = await client.assistants.getSchemas("strategies");
    expect(Object.keys(input?.properties ?? {}).sort()).toEqual([
      "asOf",
      "from",
      "minTrades",
      "models",
      "rules",
      "ticker",
    ]);
  });

  it("holds a contest on demo data", async () => {
    const input = { ticker: "AAPL", models: ["rules:breakout", "rules:momentum"] };
    const state = await client.runs.wait(null, "strategies", { input });
    expect(state).toMatchObject({ tried: 2, data: { synthetic: true } });
    expect("standings" in state && state.standings).toHaveLength(2);
  });

  it("draws the chain, asks for its input and nothing else, and runs it on demo data", async () => {
    const graph = await client.assistants.getGraph("chain");
    const edges = graph.edges.map(({ source, target }) => `${source} -> ${target}`);
    expect(edges).toEqual(
      expect.arrayContaining([
        "__start__ -> first_opinion",
        "first_opinion -> when.skeptic",
        "when.skeptic -> skeptic",
        "when.skeptic -> when.defender",
        "when.defender -> waiter",
        "waiter -> verdict",
        "verdict -> __end__",
      ]),
    );
    const { input_schema: input } = await client.assistants.getSchemas("chain");
    expect(Object.keys(input?.properties ?? {})).toEqual(["input"]);
    const state = await client.runs.wait(null, "chain", { input: { input: "AAPL" } });
    expect(state).toMatchObject({ data: { source: "demo" } });
    expect("outcomes" in state && state.outcomes).toHaveLength(5);
  });

  it("refuses what is no ticker", async () => {
    const run = client.runs.wait(null, "analysis", { input: { ticker: "../../etc/passwd" } });
    await expect(run).rejects.toThrow(/not a ticker/);
  });
});
