import { describe, expect, it } from "vitest";
import { differencesBetween, runConfigurationSchema } from "#core/run-configuration.ts";
import { configuration } from "./run-examples.ts";

describe("a run's configuration", () => {
  it("differs in nothing from the same", () => {
    expect(differencesBetween(configuration(), configuration())).toEqual([]);
  });

  it("names each setting that is not what it was as a person writes it, with both values", () => {
    const then = configuration({ debateRounds: 1, model: "rules", maxUsd: null });
    const now = configuration({ debateRounds: 2, model: "gpt-5", maxUsd: 0.5 });
    expect(differencesBetween(then, now)).toEqual([
      { setting: "debate-rounds", before: "1", now: "2" },
      { setting: "model", before: '"rules"', now: '"gpt-5"' },
      { setting: "max-usd", before: "null", now: "0.5" },
    ]);
  });

  it("differs in nothing where only an object's keys are in another order, however deep", () => {
    const then = { modelFor: { trader: "a", news: { first: 1, second: [{ x: 1, y: 2 }] } } };
    const now = { modelFor: { news: { second: [{ y: 2, x: 1 }], first: 1 }, trader: "a" } };
    expect(differencesBetween(then, now)).toEqual([]);
  });

  it("differs where the same entries of a list are in another order", () => {
    const then = configuration({ analysts: ["market", "news"] });
    const now = configuration({ analysts: ["news", "market"] });
    expect(differencesBetween(then, now)).toEqual([
      { setting: "analysts", before: '["market","news"]', now: '["news","market"]' },
    ]);
  });

  it("differs in a nested setting that was added", () => {
    const [difference, ...others] = differencesBetween(
      configuration({ modelFor: {} }),
      configuration({ modelFor: { trader: "gpt-5" } }),
    );
    expect(others).toEqual([]);
    expect(difference).toEqual({ setting: "model-for", before: "{}", now: '{"trader":"gpt-5"}' });
  });

  it("is not compared in settings that are not given now", () => {
    expect(differencesBetween(configuration(), {})).toEqual([]);
    expect(differencesBetween(configuration({ depth: "quick" }), { depth: "deep" })).toEqual([
      { setting: "depth", before: '"quick"', now: '"deep"' },
    ]);
  });

  it("is compared in a setting that is given now as null", () => {
    expect(differencesBetween(configuration({ maxTokens: 9 }), { maxTokens: null })).toEqual([
      { setting: "max-tokens", before: "9", now: "null" },
    ]);
  });

  it("survives being kept as JSON", () => {
    const then = configuration({ modelFor: { trader: "gpt-5" }, fallbacks: ["rules"] });
    expect(runConfigurationSchema.parse(JSON.parse(JSON.stringify(then)))).toEqual(then);
  });
});
