import { describe, expect, it } from "vitest";
import { analysisResultSchema } from "#core/result.ts";
import packageJson from "../../../package.json" with { type: "json" };
import { gap } from "../../core/examples.ts";
import { refuse } from "../../helpers/chat-completions-stub.ts";
import { cli } from "../../helpers/cli.ts";
import { done, keptIn } from "../../helpers/kept-runs.ts";
import { roleOf, startProvider } from "../../helpers/provider.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { startYahooStub } from "../../helpers/yahoo-stub.ts";

const { version } = packageJson;
const ANALYZE = ["analyze", "AAPL", "--data", "demo", "--depth", "standard"];
const LIVE = [...ANALYZE, "--analysts", "market,news,risk", "--model", "gpt-4o", "--json"];

/** A provider that refuses the news analyst until it is mended. */
async function brokenProvider() {
  let broken = true;
  const stub = await startProvider((response, _attempt, request) => {
    return broken && roleOf(request) === "news_analyst" ? refuse(response, 400) : false;
  });
  const env = { OPENAI_API_KEY: "sk-canary-0123456789", OPENAI_BASE_URL: `${stub.origin}/v1` };
  const mend = () => {
    broken = false;
    stub.seen.splice(0);
  };
  return { env, mend, roles: () => stub.seen.map(roleOf) };
}

describe("rerun", () => {
  it("with --only-gaps asks who left one again, and redoes what follows", async () => {
    const provider = await brokenProvider();
    const { env } = provider;
    const first = await cli(LIVE, { env });
    expect(first.code).toBe(3);
    const before = analysisResultSchema.parse(JSON.parse(first.stdout));
    provider.mend();
    const argv = ["rerun", before.runId, "--only-gaps", "--json"];
    const again = await cli(argv, { env, logsDir: first.logsDir });
    expect(again.stderr).not.toContain("Error");
    expect(again.code).toBe(0);
    const [news, ...others] = provider.roles();
    expect(news).toBe("news_analyst");
    expect(others.sort()).toEqual(["bear_researcher", "bull_researcher", "portfolio_manager"]);
    const after = analysisResultSchema.parse(JSON.parse(again.stdout));
    expect(after.runId).not.toBe(before.runId);
    expect(after.keptFrom).toEqual({ run: before.runId, analysts: ["market", "risk"] });
    expect(after.reports.map(({ analyst }) => analyst)).toEqual(["market", "news", "risk"]);
    expect(after.reports[0]).toEqual(before.reports[0]);
  });

  it("without it asks everything once more, as a run of its own", async () => {
    const { logsDir } = await cli([...ANALYZE, "--model", "rules"]);
    const again = await cli(["rerun", "latest", "--json"], { logsDir });
    expect(again.code).toBe(0);
    expect(analysisResultSchema.parse(JSON.parse(again.stdout)).keptFrom).toBeNull();
  });

  it("may have other limits than the run had, and nothing else", async () => {
    const { logsDir } = await cli([...ANALYZE, "--model", "rules"]);
    expect((await cli(["rerun", "latest", "--max-tokens", "100000"], { logsDir })).code).toBe(0);
    const refused = await cli(["rerun", "latest", "--depth", "deep"], { logsDir });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--depth");
  });

  it("of only the gaps of a run without any is refused", async () => {
    const { logsDir } = await cli([...ANALYZE, "--model", "rules"]);
    const refused = await cli(["rerun", "latest", "--only-gaps"], { logsDir });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("has no gaps");
  });

  it.each([[[]], [["a", "b"]]])("takes one run: %j", async (runs) => {
    const { code, stderr } = await cli(["rerun", ...runs]);
    expect(code).toBe(2);
    expect(stderr).toContain("rerun takes one run");
  });

  it("with --only-gaps asks the source that the kept reports are from, and no other", async () => {
    const logsDir = await temporaryFolder();
    const { store } = await keptIn(logsDir);
    const { url: origin, requests } = await startYahooStub();
    const env = { YAHOO_BASE_URL: origin, TRADING_GRAPH_BENCHMARK: "SPY" };
    const data = { source: "demo", synthetic: true, notice: "SYNTHETIC DATA" } as const;
    const fallenBack = { data, gaps: [gap({ analyst: "news" })] };
    const asked = { data: "auto", yahooBaseUrl: `${origin}/`, version } as const;
    await done(store, "fallen-back", fallenBack, asked);
    await store.close();
    const again = await cli(["rerun", "latest", "--only-gaps", "--json"], { env, logsDir });
    expect(again.stderr).not.toContain("Error");
    const { data: provenance } = analysisResultSchema.parse(JSON.parse(again.stdout));
    expect(provenance).toMatchObject({ source: "demo", synthetic: true });
    expect(requests).toEqual([]);
  });
});
