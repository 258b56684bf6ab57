import { describe, expect, it } from "vitest";
import type { Choices, Comparison, History } from "#app/web/api.ts";
import { historyPage } from "#app/web/history-page.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import { done } from "../../helpers/kept-runs.ts";
import { startServer } from "./web-server.ts";

const entry = (id: string, createdAt: number): HistoryEntry => ({
  kind: "analysis",
  id,
  title: "AAPL",
  headline: null,
  list: null,
  state: "done",
  attempt: 1,
  heldUntil: null,
  createdAt,
  startedAt: null,
  endedAt: null,
  error: null,
  rerunOf: null,
});

const json = async <Shape>(answer: Promise<Response>) => (await (await answer).json()) as Shape;

describe("the history", () => {
  it("is told in pages that lose no run, though many were made at one moment", async () => {
    const all = [9, 8, 7, 7, 7, 7, 6, 5].map((at, index) => entry(`run ${index}`, at));
    const history = {
      entry: async () => null,
      entries: async ({ before = Number.POSITIVE_INFINITY, limit = all.length }) =>
        all.filter(({ createdAt }) => createdAt < before).slice(0, limit),
    };
    for (const limit of [1, 2, 3, 4, 8, 9]) {
      const told: HistoryEntry[] = [];
      for (;;) {
        const before = told.at(-1)?.createdAt;
        const page = await historyPage({ limit, ...(before && { before }) }, history);
        expect(page.runs.length).toBeGreaterThan(0);
        told.push(...page.runs);
        if (!page.more) break;
      }
      expect(told, `pages of ${limit}`).toEqual(all);
    }
  });

  it("is searched, and what cannot be asked of it is refused", async () => {
    const { get, store } = await startServer();
    await done(store, "20261120T100000Z-AAPL-0000");
    await done(store, "20261120T100001Z-MSFT-0000", { symbol: "MSFT" });
    const titles = async (query: string) =>
      (await json<History>(get(`/api/history${query}`))).runs.map(({ title }) => title);
    expect(await titles("")).toEqual(["MSFT", "AAPL"]);
    expect(await titles("?search=msf&kind=analysis&limit=1")).toEqual(["MSFT"]);
    expect(await titles("?kind=chain")).toEqual([]);
    for (const query of ["limit=0", "limit=201", "limit=x", "kind=sonnet", "before=soon"]) {
      expect((await get(`/api/history?${query}`)).status, query).toBe(400);
    }
  });

  it("holds two analyses against each other", async () => {
    const { get, store } = await startServer();
    const [a, b] = ["20261120T100000Z-AAPL-0000", "20261120T100001Z-AAPL-0000"];
    await done(store, a);
    await done(store, b, {}, { depth: "deep" });
    const compared = await json<Comparison>(get(`/api/compare?a=${a}&b=${b}`));
    expect([compared.a.id, compared.b.id]).toEqual([a, b]);
    expect(compared.markdown).toContain("| depth |");
  });
});

describe("a run as a file", () => {
  it("is sent under its own name, as what it is, and without a secret", async () => {
    const key = "sk-canary-3f8e2a6d91";
    const { get, store } = await startServer({ env: { OPENAI_API_KEY: key } });
    const run = "20261120T100000Z-AAPL-0000";
    const thesis = `The key is ${key}.`;
    const decision: AnalysisResult["decision"] = {
      action: "buy",
      confidence: 0.6,
      horizon: "3m",
      thesis,
      risks: [],
      levels: { entry: null, stop: null, target: null, currency: null },
    };
    await done(store, run, { decision });
    const types = { html: "text/html", md: "text/markdown", json: "application/json" };
    for (const [ending, type] of Object.entries(types)) {
      const answer = await get(`/api/runs/${run}/report.${ending}`);
      expect([answer.status, answer.headers.get("content-type")], ending).toEqual([
        200,
        `${type}; charset=utf-8`,
      ]);
      const name = `attachment; filename="${run}.${ending}"`;
      expect(answer.headers.get("content-disposition")).toBe(name);
      const text = await answer.text();
      expect(text, ending).toContain("The key is [redacted].");
      expect(text, ending).not.toContain(key);
    }
    expect(await (await get(`/api/runs/${run}`)).text()).not.toContain(key);
    expect((await get(`/api/runs/${run}/report.exe`)).status).toBe(404);
  });
});

describe("what may be asked", () => {
  it("follows the environment, as the command line does", async () => {
    const { get } = await startServer({ env: { TRADING_GRAPH_MODEL: "some-model" } });
    const choices = await json<Choices>(get("/api/choices"));
    expect(choices).toMatchObject({
      usual: {
        model: "some-model",
        depth: "quick",
        source: "demo",
        notice: expect.stringContaining("SYNTHETIC"),
      },
      mostRuns: 6,
    });
    expect(choices.models.slice(0, 2)).toEqual(["some-model", "rules"]);
    expect(choices.tools).toContain("get_indicator");
    const examples = choices.chains.map(({ name, input }) => ({ name, input }));
    expect(examples).toContainEqual({ name: "Second opinion", input: "AAPL" });
    expect(choices.analysts[0]).toEqual({ value: "market", label: "Market" });
  });

  it("that cannot be used is named", async () => {
    const { get } = await startServer({ env: { TRADING_GRAPH_DATA: "moon" } });
    const answer = await get("/api/choices");
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: expect.stringContaining('TRADING_GRAPH_DATA: data source "moon" is not known'),
    });
  });
});
