import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { StrategyRunner } from "#core/backtest/strategy-runner.ts";
import { splitPlace } from "#core/backtest/walk-forward.ts";
import { DeskError } from "#core/errors.ts";
import { answerWith, contestPorts, demoBars, FLIPPER, holdContest } from "../../helpers/contest.ts";

const well = async () => ({ text: answerWith(FLIPPER) });
const wellAfter = (ms: number) => async () => {
  await wait(ms);
  return well();
};

describe("a contest", () => {
  it("gives its entries in the order of the authors, whoever was done first", async () => {
    const { ports } = contestPorts({ slow: wellAfter(120), quick: well, middling: wellAfter(60) });
    const { state } = await holdContest(ports, ["slow", "quick", "middling"]);
    expect(state.entries.map(({ author }) => author)).toEqual(["slow", "quick", "middling"]);
    expect(state.entries.map(({ failure }) => failure)).toEqual([null, null, null]);
  });

  it("lets no author wait for another's step", async () => {
    const others = Promise.withResolvers<void>();
    const { ports } = contestPorts({ slow: () => others.promise.then(well), quick: well });
    const { state } = await holdContest(ports, ["slow", "quick"], (event) => {
      if (event.type === "strategy_ended" && event.node === "quick") others.resolve();
    });
    expect(state.entries.map(({ failure }) => failure)).toEqual([null, null]);
  });

  it("shows no author a bar out of sample", async () => {
    const { ports, models } = contestPorts({ a: well });
    const { dates } = await demoBars();
    await holdContest(ports, ["a"]);
    const prompts = JSON.stringify(models.get("a")?.prompts);
    const split = splitPlace(dates.length);
    expect(prompts).toContain(dates[split - 1]);
    for (const date of dates.slice(split)) expect(prompts).not.toContain(date);
  });

  it("tells an author once, word for word, what is wrong with its strategy", async () => {
    const answers = [answerWith("function trade() { return 1; }"), answerWith(FLIPPER)];
    const { ports, models } = contestPorts({ a: async () => ({ text: answers.shift() ?? "" }) });
    const { state, events } = await holdContest(ports, ["a"]);
    const [entry] = state.entries;
    expect(entry).toMatchObject({ repaired: true, failure: null, code: FLIPPER });
    const problem = events.find((event) => event.type === "span_ended" && event.name === "check");
    const message = problem?.type === "span_ended" ? (problem.error ?? "") : "";
    expect(message).toContain("execute_trade");
    const repair = models.get("a")?.prompts[1]?.at(-1)?.text ?? "";
    expect(repair).toContain(message.split("\n")[0]);
  });

  it("gives up on an author whose second strategy is as wrong", async () => {
    const { ports, models } = contestPorts({ a: async () => ({ text: "I would buy." }), b: well });
    const { state } = await holdContest(ports, ["a", "b"]);
    expect(models.get("a")?.prompts).toHaveLength(2);
    expect(state.entries[0]?.failure).toMatchObject({ step: "check", reason: "bad_strategy" });
    expect(state.entries[1]?.failure).toBeNull();
  });

  it("shows what was answered where no strategy could be read from it", async () => {
    const { ports } = contestPorts({ a: async () => ({ text: "I would buy." }) });
    const { state } = await holdContest(ports, ["a"]);
    expect(state.entries[0]).toMatchObject({ code: null, answer: "I would buy.", repaired: true });
  });

  it("says what was wrong at first where the repair could not be asked for", async () => {
    let asked = 0;
    const { ports } = contestPorts({
      async a() {
        asked += 1;
        if (asked > 1) throw new DeskError("model", "the provider is down.");
        return { text: answerWith("function execute_trade(market) { throw new Error('oh'); }") };
      },
    });
    const { state } = await holdContest(ports, ["a"]);
    const [entry] = state.entries;
    expect(entry?.failure).toMatchObject({ step: "dry_run", reason: "model_error" });
    expect(entry?.failure?.message).toMatch(/oh.*could not be asked.*the provider is down/);
    expect(entry?.code).toContain("throw new Error('oh')");
  });

  it("tells an author that its strategy throws on the first bars, and lets all bars judge the second", async () => {
    const late = answerWith(`function execute_trade({ close }) {
      return close[close.length - 100].toFixed(2) > 0 ? 1 : -1;
    }`);
    const { ports, models } = contestPorts({ a: async () => ({ text: late }) });
    const { state } = await holdContest(ports, ["a"]);
    const [entry] = state.entries;
    expect(models.get("a")?.prompts[1]?.at(-1)?.text).toContain("Over the first 60 bars: ");
    expect(entry).toMatchObject({ repaired: true, failure: null });
    expect(entry?.warnings.join(" ")).toContain("99 of");
  });

  it("keeps nobody waiting longer for one that hangs than a dry run may take", async () => {
    const hangs = async () => ({ text: answerWith("function execute_trade() { for (;;) {} }") });
    const { ports } = contestPorts({ hangs, well }, { timeLimitMs: 60_000 });
    const { state } = await holdContest(ports, ["hangs", "well"]);
    expect(state.entries[0]?.failure?.message).toMatch(/first 60 bars: .*longer than 1 s/);
    expect(state.entries[1]?.failure).toBeNull();
  });

  it("tells an author of a strategy that decides on no bar", async () => {
    const nothing = answerWith("function execute_trade() { if (false) return 1; }");
    const answers = [nothing, answerWith(FLIPPER)];
    const { ports } = contestPorts({ a: async () => ({ text: answers.shift() ?? "" }) });
    const { state } = await holdContest(ports, ["a"]);
    expect(state.entries[0]).toMatchObject({ repaired: true, failure: null });
  });

  it("tells of a strategy's ruin, and does not ask its author for a better one", async () => {
    const { ports, models } = contestPorts({ a: well });
    const { runner } = ports;
    const ruined: StrategyRunner = {
      ...runner,
      run: async (task, options) => ({
        ...(await runner.run(task, options)),
        ruinedOn: task.bars.dates[9] ?? null,
      }),
    };
    const { state } = await holdContest({ ...ports, runner: ruined }, ["a"]);
    expect(models.get("a")?.prompts).toHaveLength(1);
    expect(state.entries[0]).toMatchObject({
      failure: null,
      warnings: [
        `Its equity was gone on ${state.bars.dates[9]}: all was closed, and it was asked no more.`,
      ],
    });
  });

  it("lets a strategy that never decides lose by its figures, once it was told", async () => {
    const nothing = answerWith("function execute_trade() { if (false) return 1; }");
    const { ports } = contestPorts({ a: async () => ({ text: nothing }) });
    const { state } = await holdContest(ports, ["a"]);
    expect(state.entries[0]).toMatchObject({ repaired: true, failure: null });
    expect(state.entries[0]?.warnings.join(" ")).toContain("undefined");
    expect(state.standings[0]).toMatchObject({ rank: null });
  });

  it("has a row for a model that failed, and figures for the others", async () => {
    const broken = async () => {
      throw new DeskError("model", "the provider is down.");
    };
    const { ports } = contestPorts({ broken, well });
    const { state } = await holdContest(ports, ["broken", "well"]);
    expect(state.entries[0]).toMatchObject({
      code: null,
      answer: null,
      failure: { step: "write", reason: "model_error", message: "the provider is down." },
    });
    expect(state.entries[1]?.measured?.whole.trades).toBeGreaterThan(1);
    expect(state.tried).toBe(1);
  });

  it("keeps what is finished when its time is over", async () => {
    const deadline = new AbortController();
    const never = () => wait(60_000, { text: "" }, { signal: deadline.signal });
    const { ports } = contestPorts({ well, never }, { deadline: deadline.signal });
    const { state } = await holdContest(ports, ["well", "never"], (event) => {
      if (event.type !== "strategy_ended" || event.node !== "well") return;
      deadline.abort(new DeskError("timeout", "the time is over."));
    });
    expect(state.entries[0]?.failure).toBeNull();
    expect(state.entries[1]?.failure).toMatchObject({ reason: "timeout" });
    expect(state.entries[1]?.failure?.message).toBe("the time is over.");
  });

  it("measures buying and holding under the same rules", async () => {
    const { ports } = contestPorts({ a: well });
    const { state } = await holdContest(ports, ["a"]);
    const { benchmark, bars } = state;
    expect(benchmark.equity).toHaveLength(bars.dates.length);
    expect(benchmark.whole.costsPaid).toBeGreaterThan(0);
  });

  it("is not held over too few bars", async () => {
    const few = async () => ({
      bars: { symbol: "X", dates: [], open: [], high: [], low: [], close: [], volume: [] },
      currency: null,
      data: { source: "demo", synthetic: true, notice: null } as const,
      warnings: [],
    });
    const { ports } = contestPorts({ a: well }, { readBars: few });
    await expect(holdContest(ports, ["a"])).rejects.toThrow("needs 120");
  });

  it("says which authors may know the prices", async () => {
    const { ports } = contestPorts(
      { "some-model": well },
      {
        readBars: async () => ({
          bars: await demoBars(),
          currency: "USD",
          data: { source: "yahoo", synthetic: false, notice: null },
          warnings: [],
        }),
      },
    );
    const { state } = await holdContest(ports, ["some-model"]);
    expect(state.notices.join(" ")).toContain("some-model may have seen these prices in training");
  });
});
