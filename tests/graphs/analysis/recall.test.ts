import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { RecordQuestion } from "#core/ports.ts";
import { trackRecordOf } from "#core/review/track-record.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { AS_OF, analyse, demoPorts } from "../../helpers/analysis.ts";
import { ScriptedModel } from "../../helpers/scripted-model.ts";

const rules = createRulesModel();
const record = trackRecordOf({ symbol: "AAPL", asOf: AS_OF, benchmark: "^GSPC" }, [], []);

describe("the desk's record", () => {
  it("is asked for by symbol, sector, source and the run's day", async () => {
    const questions: RecordQuestion[] = [];
    const ports = demoPorts({
      recall: async (question) => {
        questions.push(question);
        return null;
      },
    });
    const { result } = await analyse(ports);
    const sector = result.facts.find(({ path }) => path === "profile.sector")?.value;
    expect(sector).toEqual(expect.any(String));
    expect(questions).toEqual([{ symbol: "AAPL", asOf: AS_OF, source: "demo", sector }]);
  });

  it("is given to the manager and to nobody else", async () => {
    const asked = new Map<string, string>();
    const ports = demoPorts({
      recall: async () => record,
      model: (role) =>
        new ScriptedModel((messages) => {
          asked.set(role, messages.map(({ text }) => text).join("\n"));
          return { text: "STANCE: neutral CONFIDENCE: 0.50" };
        }),
    });
    await analyse(ports, { depth: "standard" });
    const told = [...asked].filter(([, prompt]) => prompt.includes("<record>\n"));
    expect(asked.size).toBe(9);
    expect(told.map(([role]) => role)).toEqual(["portfolio_manager"]);
  });

  it("costs a run nothing but itself where the memory fails", async () => {
    const ports = demoPorts({
      recall: () => Promise.reject(new Error("the disk is gone")),
      model: () => rules,
    });
    const { result, spans } = await analyse(ports);
    expect(result.record).toBeNull();
    expect(result.decision).not.toBeNull();
    expect(spans.find(({ kind }) => kind === "recall")?.error).toBe("the disk is gone");
  });

  it("is looked up while bull and bear argue, and delays nobody", async () => {
    const slow = createRulesModel({ latencyMs: 150 });
    const ports = demoPorts({
      model: () => slow,
      recall: async () => {
        await wait(100);
        return record;
      },
    });
    const { result, spans } = await analyse(ports, { depth: "standard" });
    const path = result.timeline.criticalPath.map(({ name }) => name);
    expect(path).not.toContain("recall");
    const named = (name: string) => spans.find((span) => span.name === name);
    expect(named("recall")?.startedAt).toBeLessThan(named("bull_researcher")?.endedAt ?? 0);
    expect(result.record).toEqual(record);
  });

  it.each(["quick", "standard", "deep"])("is known to the manager at depth %s", async (depth) => {
    const { result } = await analyse(demoPorts({ recall: async () => record }), { depth });
    expect(result.record).toEqual(record);
    expect(result.decision).not.toBeNull();
  });
});
