import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Desk } from "#app/desk.ts";
import { type ReplayDaysOptions, replayDays } from "#app/replay-days.ts";
import { analystNames } from "#core/analyst.ts";
import type { Candle } from "#core/candle.ts";
import { DeskError } from "#core/errors.ts";
import type { MarketData } from "#core/ports.ts";
import { systemClock } from "#runtime/clock.ts";
import { asOfBoundary } from "#runtime/market-data/as-of.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { demoPorts } from "../helpers/analysis.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const DAYS = ["2024-01-02", "2024-01-23", "2024-02-13", "2024-03-05"];
const TODAY = "2024-06-28";

const input = {
  ticker: "AAPL",
  analysts: ["market", "risk"] as const,
  depth: "quick",
  debateRounds: 1,
  riskRounds: 1,
  samples: 1,
} as const;

function deskOver(ports: Parameters<typeof demoPorts>[0] = {}): Desk {
  const nothing = async () => {};
  return { model: "test", ports: demoPorts(ports), remember: nothing, close: nothing };
}

async function replayed(desk: Desk, changes: Partial<ReplayDaysOptions> = {}) {
  return replayDays(DAYS, input, desk, {
    atOnce: 4,
    replayId: "replay",
    logsDir: await temporaryFolder(),
    signal: new AbortController().signal,
    secrets: [],
    onRun: () => {},
    ...changes,
  });
}

/** The market's opening of a day, as a test wants it. */
function opening(open: (day: string) => Promise<void>): Desk {
  return deskOver({
    open: async ({ asOf }) => {
      await open(asOf);
      return { source: "demo", synthetic: true, notice: null };
    },
  });
}

describe("the days of a replay", () => {
  it("come back in their order, whichever was done first", async () => {
    const finished: string[] = [];
    const othersDone = Promise.withResolvers<void>();
    const desk = opening((day) => (day === DAYS[0] ? othersDone.promise : Promise.resolve()));
    const { runs, unfinished } = await replayed(desk, {
      onRun({ day }) {
        finished.push(day);
        if (finished.length === DAYS.length - 1) othersDone.resolve();
      },
    });
    expect(finished.at(-1)).toBe(DAYS[0]);
    expect(runs.map(({ day }) => day)).toEqual(DAYS);
    expect(unfinished).toEqual([]);
    expect(runs.every(({ decision, gaps }) => decision !== null && gaps.length === 0)).toBe(true);
  });

  it("are at work at once, as many as may be", async () => {
    let open = 0;
    const seen: number[] = [];
    const desk = opening(async () => {
      open += 1;
      seen.push(open);
      await wait(20);
      open -= 1;
    });
    await replayed(desk, { atOnce: 3 });
    expect(Math.max(...seen)).toBe(3);
    await replayed(desk, { atOnce: 1 });
    expect(seen.slice(4)).toEqual([1, 1, 1, 1]);
  });

  it("stand where one of them fails, which says why and hides what is secret", async () => {
    const desk = opening(async (day) => {
      if (day === DAYS[1]) throw new DeskError("unreachable", "no way with key sk-canary-123456");
    });
    const { runs } = await replayed(desk, { secrets: ["sk-canary-123456"] });
    expect(runs.map(({ decision }) => decision === null)).toEqual([false, true, false, false]);
    expect(runs[1]?.gaps).toEqual([
      { who: "run", reason: "unreachable", message: expect.stringMatching(/^no way with key /) },
    ]);
    expect(JSON.stringify(runs)).not.toContain("canary");
  });

  it("all end with a mistake in the settings, which no other day could survive", async () => {
    const asked: string[] = [];
    const desk = opening(async (day) => {
      asked.push(day);
      throw new DeskError("configuration", "the key is wrong");
    });
    await expect(replayed(desk, { atOnce: 1 })).rejects.toThrow("the key is wrong");
    expect(asked).toEqual([DAYS[0]]);
  });

  it("that an interruption leaves undone are named, and the finished ones are kept", async () => {
    const stop = new AbortController();
    const desk = opening((day) =>
      wait(day === DAYS[2] ? 60_000 : 0, undefined, { signal: stop.signal }),
    );
    const { runs, unfinished } = await replayed(desk, {
      atOnce: 1,
      signal: stop.signal,
      onRun: ({ day }) => {
        if (day === DAYS[1]) setTimeout(() => stop.abort(new Error("interrupted")), 10);
      },
    });
    expect(runs.map(({ day }) => day)).toEqual(DAYS.slice(0, 2));
    expect(unfinished).toEqual(DAYS.slice(2));
  });

  it("decide the same, whatever the bars after them are", async () => {
    const decided = async (market: MarketData) => {
      const desk = deskOver({ market });
      const all = { ...input, analysts: analystNames };
      const options = { atOnce: 2, replayId: "replay", logsDir: await temporaryFolder() };
      const { runs } = await replayDays([DAYS[0] ?? ""], all, desk, {
        ...options,
        signal: new AbortController().signal,
        secrets: [],
        onRun: () => {},
      });
      return runs[0]?.decision;
    };
    const honest = await decided(hindsightMarket((bar) => bar));
    expect(honest).not.toBeNull();
    expect(await decided(hindsightMarket(scrambled))).toEqual(honest);
  });
});

/** The demo market as a source that always tells all bars up to today, behind the boundary. */
function hindsightMarket(after: (bar: Candle) => Candle): MarketData {
  const demo = createDemoMarketData();
  const [day = ""] = DAYS;
  return asOfBoundary(
    {
      ...demo,
      async history(query, options) {
        const history = await demo.history({ ...query, asOf: TODAY }, options);
        const candles = history.candles.map((bar) => (bar.date > day ? after(bar) : bar));
        return { ...history, candles };
      },
    },
    systemClock,
  );
}

function scrambled(bar: Candle): Candle {
  const factor = bar.date.endsWith("5") ? 0.2 : 4;
  return {
    ...bar,
    open: bar.open * factor,
    high: bar.high * factor,
    low: bar.low * factor,
    close: bar.close * factor,
    adjustedClose: bar.adjustedClose * factor,
    volume: bar.volume * 7,
  };
}
