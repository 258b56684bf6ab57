import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import type { AnalysisPorts } from "#graphs/analysis/ports.ts";
import { readTape } from "#runtime/tape/replay.ts";
import { analyse } from "../../helpers/analysis.ts";
import { REQUEST, recordedRun, replayPorts } from "./recorded-run.ts";

const input = { analysts: ["news"] };

/** What a replay of the news analyst ends with, when ports or input are others than recorded. */
async function refusal(
  asked: { ticker?: string; analysts?: string[]; asOf?: string },
  changed: (ports: AnalysisPorts) => Partial<AnalysisPorts> = () => ({}),
): Promise<string> {
  const { path } = await recordedRun({ input });
  const replay = await readTape(path);
  const ports = replayPorts(replay);
  const run = analyse({ ...ports, ...changed(ports) }, { ...input, ...asked }, replay.signal);
  await expect(run).rejects.toThrow();
  const reason: unknown = replay.signal.reason;
  if (!(reason instanceof DeskError)) throw new Error("the replay was not refused");
  expect(reason).toMatchObject({ code: "usage", facts: { path } });
  expect(reason.message).toContain(`recording "${path}" does not fit this run: `);
  expect(reason.message).toContain("--record");
  return String(reason.facts.difference);
}

describe("a run that its recording does not fit", () => {
  it("is refused before it starts, with everything named that was asked otherwise", async () => {
    const replay = await readTape((await recordedRun({ input })).path);
    expect(() => replay.requireSame(REQUEST)).not.toThrow();
    const other = { ...REQUEST, ticker: "MSFT", analysts: ["risk"], depth: "deep" };
    expect(() => replay.requireSame(other)).toThrow(
      'ticker: recorded "AAPL", now "MSFT"; analysts: recorded "[\\"market\\"]", now "[\\"risk\\"]"; depth: recorded nothing, now "deep"',
    );
  });

  it("is refused for another ticker or day", async () => {
    expect(await refusal({ ticker: "MSFT" })).toBe('ticker: recorded "AAPL", now "MSFT"');
    expect(await refusal({ asOf: "2026-11-19" })).toBe(
      'asOf: recorded "2026-11-20", now "2026-11-19"',
    );
  });

  it("is refused for an analyst who was not there, with the question nobody asked", async () => {
    expect(await refusal({ analysts: ["news", "sentiment"] })).toMatch(
      /^it does not hold "company of .*", which is asked by "sentiment_analyst get_/,
    );
  });

  it("is refused for a changed prompt, with its line and from shortly before the change", async () => {
    const difference = await refusal({}, ({ open }) => ({
      open: async (...asked) => ({ ...(await open(...asked)), synthetic: false }),
    }));
    expect(difference).toBe(
      'message 2 of news_analyst, line 3: recorded "Data: demo, synthetic: every figure is invented", now "Data: demo"',
    );
  });

  it("is refused for a changed tool", async () => {
    const difference = await refusal({}, ({ tools }) => ({
      tools: (source) =>
        tools(source).map((tool) =>
          Object.create(tool, { description: { value: `Better. ${tool.description}` } }),
        ),
    }));
    expect(difference).toMatch(/^tools of news_analyst, line 1: recorded ".*", now ".*Better\./);
  });
});
