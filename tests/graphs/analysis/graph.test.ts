import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import { createAnalysisGraph } from "#graphs/analysis/graph.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { analyse, demoPorts } from "../../helpers/analysis.ts";
import { ScriptedModel } from "../../helpers/scripted-model.ts";

const rules = createRulesModel();
const broken = new ScriptedModel(() => {
  throw new Error("the provider is down");
});

describe("the analysis graph", () => {
  it("draws analysts, researchers and reviewers side by side, and the rounds as loops", async () => {
    const drawing = (await createAnalysisGraph(demoPorts()).getGraphAsync()).drawMermaid();
    for (const name of ["market", "fundamentals", "news", "sentiment", "macro", "risk"]) {
      expect(drawing).toContain(`dispatcher -.-> ${name}_analyst;`);
      expect(drawing).toContain(`${name}_analyst --> merge;`);
    }
    expect(drawing).toContain("__start__ --> dispatcher;");
    for (const role of ["bull_researcher", "bear_researcher"]) {
      expect(drawing).toContain(`merge -.-> ${role};`);
      expect(drawing).toContain(`${role} -.-> ${role};`);
      expect(drawing).toContain(`${role} -.-> trader;`);
      expect(drawing).toContain(`${role} -.-> portfolio_manager;`);
    }
    for (const role of ["aggressive_reviewer", "neutral_reviewer", "conservative_reviewer"]) {
      expect(drawing).toContain(`trader -.-> ${role};`);
      expect(drawing).toContain(`${role} -.-> ${role};`);
      expect(drawing).toContain(`${role} -.-> portfolio_manager;`);
    }
    expect(drawing).toContain("merge -.-> recall;");
    expect(drawing).toContain("recall -.-> portfolio_manager;");
    expect(drawing).toContain("recall -.-> __end__;");
    expect(drawing).toContain("merge -.-> portfolio_manager;");
    expect(drawing).toContain("trader -.-> portfolio_manager;");
    expect(drawing).toContain("portfolio_manager --> audit;");
    expect(drawing).toContain("audit --> __end__;");
    expect(drawing.match(/-->|-\.->/g)).toHaveLength(37);
  });

  it("gives six reports and a decision", async () => {
    const { result } = await analyse(demoPorts());
    expect(result.reports.map(({ analyst }) => analyst)).toEqual([
      "market",
      "fundamentals",
      "news",
      "sentiment",
      "macro",
      "risk",
    ]);
    expect(result.gaps).toEqual([]);
    expect(result.decision).not.toBeNull();
    expect(result.data).toEqual({
      source: "demo",
      synthetic: true,
      notice: "SYNTHETIC DATA: a test.",
    });
  });

  it("merges in the order selected, whoever finishes first", async () => {
    const slow = createRulesModel({ latencyMs: 120 });
    const ports = demoPorts({ model: (role) => (role === "risk_analyst" ? slow : rules) });
    const { result, brief } = await analyse(ports, { analysts: ["risk", "news", "market"] });
    expect(result.reports.map(({ analyst }) => analyst)).toEqual(["risk", "news", "market"]);
    const headings = [...brief.matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(headings).toEqual(["risk", "news", "market"]);
  });

  it("runs an analyst that is selected twice once", async () => {
    const { result } = await analyse(demoPorts(), { analysts: ["news", "news"] });
    expect(result.reports).toHaveLength(1);
  });

  it("makes a typed gap of an analyst that fails and keeps its siblings", async () => {
    const ports = demoPorts({ model: (role) => (role === "news_analyst" ? broken : rules) });
    const { result } = await analyse(ports);
    expect(result.reports).toHaveLength(5);
    expect(result.gaps).toMatchObject([
      { analyst: "news", reason: "model_error", message: "the provider is down" },
    ]);
    expect(result.decision?.confidence).toBeLessThanOrEqual(0.79);
  });

  it("decides nothing when nobody reports, and asks the manager's model nothing", async () => {
    const manager = new ScriptedModel(() => ({ text: "never asked" }));
    const ports = demoPorts({
      model: (role) => (role === "portfolio_manager" ? manager : broken),
    });
    const { result } = await analyse(ports);
    expect(result.reports).toEqual([]);
    expect(result.gaps).toHaveLength(7);
    expect(result.gaps.at(-1)).toMatchObject({ analyst: "portfolio_manager", reason: "no_data" });
    expect(result.decision).toBeNull();
    expect(manager.prompts).toEqual([]);
  });

  it("makes a gap of a decision that fails and keeps the reports", async () => {
    const ports = demoPorts({ model: (role) => (role === "portfolio_manager" ? broken : rules) });
    const { result } = await analyse(ports);
    expect(result.reports).toHaveLength(6);
    expect(result.decision).toBeNull();
    expect(result.gaps).toMatchObject([{ analyst: "portfolio_manager", reason: "model_error" }]);
  });

  it("makes a gap of a decision that does not hold to its schema", async () => {
    const vague = new ScriptedModel(() => ({
      calls: [{ name: "decide", args: { action: "perhaps" } }],
    }));
    const ports = demoPorts({ model: (role) => (role === "portfolio_manager" ? vague : rules) });
    const { result } = await analyse(ports);
    expect(result.decision).toBeNull();
    expect(result.gaps).toMatchObject([{ analyst: "portfolio_manager", reason: "bad_tool_call" }]);
  });

  it("states no more confidence than the ceiling", async () => {
    const certain = new ScriptedModel(() => ({
      calls: [
        {
          name: "decide",
          args: {
            action: "buy",
            confidence: 1,
            horizon: "3m",
            thesis: "It can only rise.",
            risks: ["none"],
            levels: { entry: null, stop: null, target: null, currency: null },
          },
        },
      ],
    }));
    const ports = demoPorts({ model: (role) => (role === "portfolio_manager" ? certain : rules) });
    const { result } = await analyse(ports);
    expect(result.decision).toMatchObject({ action: "buy", confidence: 0.95 });
    expect(result.statedConfidence).toBe(1);
  });

  it("ends before any analyst starts when the market cannot be opened", async () => {
    const unknown = new DeskError("unknown_symbol", "no such symbol");
    const started: string[] = [];
    const ports = demoPorts({
      open: () => Promise.reject(unknown),
      model: (role) => {
        started.push(role);
        return rules;
      },
    });
    await expect(analyse(ports)).rejects.toMatchObject({ code: "unknown_symbol" });
    expect(started).toEqual([]);
  });

  it.each(["../../etc/passwd", "", "AAPL?x=1"])("refuses the ticker %j", async (ticker) => {
    await expect(analyse(demoPorts(), { ticker })).rejects.toThrow(/ticker/);
  });

  it("refuses an analyst that is not on the desk and a day in the future", async () => {
    await expect(analyse(demoPorts(), { analysts: ["astrology"] })).rejects.toThrow(/analysts/);
    await expect(analyse(demoPorts(), { asOf: "2999-01-01" })).rejects.toThrow(/future/);
  });

  it("ends with the signal's reason when it is aborted", async () => {
    const stop = new AbortController();
    const slow = createRulesModel({ latencyMs: 5_000 });
    const run = analyse(demoPorts({ model: () => slow }), {}, stop.signal);
    setTimeout(() => stop.abort(new Error("enough")), 50);
    await expect(run).rejects.toThrow();
  });

  it("tells the start and the end of every node and tool call", async () => {
    const { events, spans } = await analyse(demoPorts());
    const started = events.filter(({ type }) => type === "span_started");
    const ended = events.filter(({ type }) => type === "span_ended");
    expect(started).toHaveLength(spans.length);
    expect(ended).toHaveLength(spans.length);
    expect(events.find(({ type }) => type === "notice")).toMatchObject({
      text: "SYNTHETIC DATA: a test.",
    });
  });
});
