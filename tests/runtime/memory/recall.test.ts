import { describe, expect, it } from "vitest";
import { DeskError } from "#core/errors.ts";
import type { DecisionMemory } from "#core/ports.ts";
import type { KeptDecision } from "#core/review/kept-decision.ts";
import { createDecisionLog } from "#runtime/memory/decision-log.ts";
import { createRecall } from "#runtime/memory/recall.ts";
import { history, kept, late } from "../../core/review/examples.ts";
import { fakeMarket } from "../../helpers/fake-market.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const closes = { "2024-01-31": 100, "2024-02-29": 110, "2024-04-30": 50 };
const histories = {
  ACME: history("ACME", closes),
  PEER: history("PEER", closes),
  "^GSPC": history("^GSPC", { "2024-01-31": 100, "2024-02-29": 101, "2024-04-30": 100 }),
};
const question = {
  symbol: "ACME",
  sector: "Energy",
  source: "demo",
  asOf: "2024-02-29",
} as const;

/** A desk that remembers some decisions, and what it asks of its market. */
async function desk(decisions: readonly KeptDecision[], onRead?: (symbol: string) => void) {
  const memory = createDecisionLog(await temporaryFolder());
  for (const [index, decision] of decisions.entries()) {
    await memory.keep({ ...decision, runId: `run-${index}` });
  }
  const asked: string[] = [];
  const market = fakeMarket({
    histories,
    onRead: (_method, { symbol }) => {
      asked.push(symbol);
      onRead?.(symbol);
    },
  });
  const recall = createRecall({
    memory,
    market: () => market,
    model: "rules",
    benchmark: "^GSPC",
  });
  return { recall, asked };
}

describe("the recall of earlier decisions", () => {
  it("tells how those on the symbol and on its peers turned out", async () => {
    const { recall, asked } = await desk([kept(), kept({ symbol: "PEER", action: "sell" })]);
    expect(await recall(question, {})).toMatchObject({
      symbol: "ACME",
      asOf: "2024-02-29",
      benchmark: "^GSPC",
      own: { symbols: ["ACME"], decisions: 1, hits: 1, meanExcessPercent: expect.closeTo(9) },
      peers: { symbols: ["PEER"], decisions: 1, hits: 0 },
      notices: [],
    });
    expect(asked.toSorted()).toEqual(["ACME", "PEER", "^GSPC"]);
  });

  it("makes no request, and tells nothing, with an empty memory", async () => {
    const { recall, asked } = await desk([]);
    expect(await recall(question, {})).toBeNull();
    expect(asked).toEqual([]);
  });

  it("knows nothing of a decision whose horizon ends after the run's day", async () => {
    const { recall, asked } = await desk([kept({ horizon: "3m" })]);
    expect(await recall(question, {})).toBeNull();
    expect(asked).toEqual([]);
    expect(await recall({ ...question, asOf: "2024-04-30" }, {})).toMatchObject({
      own: { decisions: 1, hits: 0 },
    });
  });

  it("is the same as of a day whatever is decided, and whatever prices do, afterwards", async () => {
    const before = await desk([kept()]);
    const after = await desk([
      kept(),
      kept({ asOf: "2024-02-28", horizon: "1w" }),
      kept({ asOf: "2024-03-01", horizon: "1w", symbol: "PEER" }),
    ]);
    const then = await before.recall(question, {});
    expect(then).toMatchObject({ own: { decisions: 1 } });
    expect(await after.recall(question, {})).toEqual(then);
  });

  it.each([
    ["a past run before it was made", "2024-02-29"],
    ["a run long after it", "2025-06-30"],
  ])("tells nothing of what was decided in hindsight to %s", async (_whom, asOf) => {
    const { recall, asked } = await desk([late()]);
    expect(await recall({ ...question, asOf }, {})).toBeNull();
    expect(asked).toEqual([]);
  });

  it("looks only at decisions of the same source and model", async () => {
    const { recall } = await desk([kept({ source: "yahoo" }), kept({ model: "other" })]);
    expect(await recall(question, {})).toBeNull();
  });

  it("says of a history that fails what it leaves unscored, and does not throw", async () => {
    const { recall } = await desk([kept(), kept({ symbol: "PEER" })], (symbol) => {
      if (symbol === "PEER") throw new DeskError("unreachable", "the network is down");
    });
    expect(await recall(question, {})).toMatchObject({
      own: { decisions: 1, unscored: 0 },
      peers: { decisions: 0, unscored: 1, hitRate: null },
      notices: ["prices of PEER could not be read: the network is down"],
    });
  });

  it("ends with the memory's error where it cannot be read", async () => {
    const lost = new DeskError("storage", "cannot read the kept decisions");
    const memory: DecisionMemory = {
      keep: async () => {},
      recall: async () => {
        throw lost;
      },
    };
    const market = () => fakeMarket();
    const recall = createRecall({ memory, market, model: "rules", benchmark: "^GSPC" });
    await expect(recall(question, {})).rejects.toBe(lost);
  });
});
