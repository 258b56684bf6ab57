import { describe, expect, it } from "vitest";
import { writeBrief } from "#core/brief.ts";
import { type Decision, decisionSchema } from "#core/decision.ts";
import { writeFacts } from "#core/fact-lines.ts";
import type { AnalystReport, Gap, Stance } from "#core/report.ts";
import { unknownUsage } from "#core/usage.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import {
  AS_OF,
  conversation,
  day,
  days,
  facts,
  percent,
  SYMBOL,
  usd,
  type Values,
} from "../desk.ts";

const known: Values = {
  "price.close": usd(100),
  "price.support_20": usd(92),
  "price.resistance_20": usd(103),
  sma_50: usd(96),
  sma_200: usd(90),
  atr_14: usd(2.5),
  "stats.target_price_mean": usd(120),
  "risk.volatility_1y": percent(28),
  "risk.value_at_risk_95": percent(2.9),
};

type Opinion = readonly [
  analyst: AnalystReport["analyst"],
  stance: Stance,
  confidence: number,
  text?: string,
];

const EMPTY = "A report.\nConfidence ceiling: 1.0\nSTANCE: bullish CONFIDENCE: 1.0";

function report([analyst, stance, confidence, text = EMPTY]: Opinion): AnalystReport {
  return {
    analyst,
    stance,
    confidence,
    text,
    startedAt: "",
    endedAt: "",
    toolCalls: [],
    cut: false,
    model: null,
    notices: [],
    usage: unknownUsage,
  };
}

interface Setting {
  readonly values?: Values;
  readonly ceiling?: number;
  readonly gaps?: readonly Gap[];
}

function requestOf(
  opinions: readonly Opinion[],
  { values = known, ceiling = 0.95, gaps = [] }: Setting = {},
) {
  return [
    `Ticker: ${SYMBOL}\nAs of: ${AS_OF}`,
    `Confidence ceiling: ${ceiling}`,
    writeBrief(opinions.map(report), gaps),
    writeFacts(facts(values)),
  ].join("\n\n");
}

async function decisionOn(opinions: readonly Opinion[], setting?: Setting): Promise<Decision> {
  const model = createRulesModel().withStructuredOutput(decisionSchema, { name: "decide" });
  const answer = await model.invoke(
    conversation("portfolio_manager", requestOf(opinions, setting)),
  );
  return decisionSchema.parse(answer);
}

const bulls: Opinion[] = [
  ["market", "bullish", 0.7],
  ["fundamentals", "bullish", 0.6],
  ["news", "neutral", 0.3],
];
const bears: Opinion[] = bulls.map(([who, stance, sure]) => [
  who,
  stance === "bullish" ? "bearish" : stance,
  sure,
]);
const split: Opinion[] = [
  ["market", "bullish", 0.6],
  ["risk", "bearish", 0.6],
];

describe("decision", () => {
  it("is buy on bullish views, with stop below and target above the close", async () => {
    const decision = await decisionOn(bulls);
    expect(decision).toMatchObject({ action: "buy", horizon: "6m" });
    // Resistance lies nearer than the stop, so the analysts' target is taken.
    expect(decision.levels).toEqual({ entry: 100, stop: 95, target: 120, currency: "USD" });
    expect(decision.thesis).toContain("market (0.70)");
  });

  it("is sell on bearish views, with stop above and target below the close", async () => {
    const decision = await decisionOn(bears);
    expect(decision.action).toBe("sell");
    expect(decision.levels).toEqual({ entry: 100, stop: 105, target: 92, currency: "USD" });
  });

  it("is hold on views that cancel out, for a month and with less confidence", async () => {
    const decision = await decisionOn(split);
    expect(decision).toMatchObject({ action: "hold", horizon: "1m", confidence: 0.3 });
    expect(decision.levels).toMatchObject({ entry: 100, stop: null, target: null });
    expect(decision.thesis).toContain("a close above 103.00 USD or below 92.00 USD");
  });

  it("is hold without confidence where there are no views, with two risks all the same", async () => {
    const decision = await decisionOn([], { values: {} });
    expect(decision).toMatchObject({ action: "hold", confidence: 0 });
    expect(decision.levels).toEqual({ entry: null, stop: null, target: null, currency: null });
    expect(decision.risks.length).toBeGreaterThanOrEqual(2);
  });

  it("keeps its thesis to three to six sentences", async () => {
    for (const opinions of [bulls, bears, split, []]) {
      const { thesis } = await decisionOn(opinions);
      const sentences = thesis.split(/(?<=[.?!]) (?=[A-Z])/).length;
      expect(sentences).toBeGreaterThanOrEqual(3);
      expect(sentences).toBeLessThanOrEqual(6);
    }
  });

  it("states no more confidence than the ceiling, whatever a report says of it", async () => {
    expect((await decisionOn(bulls, { ceiling: 0.2 })).confidence).toBe(0.2);
  });

  it("names dissenters and those who are missing among the risks", async () => {
    const gap: Gap = {
      analyst: "macro",
      round: null,
      reason: "timeout",
      message: "too slow",
      startedAt: "",
      endedAt: "",
      toolCalls: [],
      usage: unknownUsage,
    };
    const { risks } = await decisionOn([...bulls, ["risk", "bearish", 0.4]], { gaps: [gap] });
    expect(risks).toContain("The risk analyst is bearish (0.40) and may be right.");
    expect(risks).toContain("Missing from the desk: macro (timeout).");
  });

  it("gives a thesis a month where earnings are near", async () => {
    const values = {
      ...known,
      "calendar.next_earnings": day("2026-11-27"),
      "calendar.days_to_earnings": days(7),
    };
    const decision = await decisionOn(bulls, { values });
    expect(decision.horizon).toBe("1m");
    expect(decision.risks).toContain(
      "Earnings on 2026-11-27, in 7 days, can open a gap past any level.",
    );
  });

  it("gives no vote to a view without confidence", async () => {
    const decision = await decisionOn([...bulls, ["sentiment", "bearish", 0]]);
    expect(decision.confidence).toBe((await decisionOn(bulls)).confidence);
    expect(decision.risks).toContain(
      "No view came from sentiment, so the decision leaves that side out.",
    );
  });

  it("says whose view is none, and counts the others", async () => {
    const opinions: Opinion[] = [...bulls, ["sentiment", "neutral", 0]];
    const { thesis } = await decisionOn(opinions);
    expect(thesis).toContain("two of three analysts with a view are bullish and outweigh the rest");
    expect(thesis).toContain("without a view is sentiment");
  });

  it("is hold where one leans and the others do not", async () => {
    const lone: Opinion[] = [
      ["macro", "bearish", 0.59],
      ["market", "neutral", 0.64],
      ["risk", "neutral", 0.59],
    ];
    expect((await decisionOn(lone)).action).toBe("hold");
    expect((await decisionOn(lone.slice(0, 1))).action).toBe("sell");
    const surer: Opinion[] = [
      ["macro", "bearish", 0.6],
      ["risk", "neutral", 0.3],
    ];
    const { action, thesis } = await decisionOn(surer);
    expect(action).toBe("sell");
    expect(thesis).toContain("one of two analysts is bearish and outweighs the rest");
  });

  it("says outweigh only of a side that does", async () => {
    const neutrals: Opinion[] = [
      ["news", "neutral", 0.6],
      ["sentiment", "neutral", 0.7],
    ];
    const even = await decisionOn([...bulls.slice(0, 2), ...neutrals]);
    expect(even.thesis).toContain("two of four analysts are bullish and none is bearish");
    const opposed = await decisionOn([...bulls.slice(0, 2), ...neutrals, ["risk", "bearish", 0.2]]);
    expect(opposed.thesis).toContain("are bullish and outweigh the one that is bearish");
  });

  it("quotes a report's clearest sentence, its summary where the facts at hand bear out none", async () => {
    const sentence =
      "The trend is up: at 100.00 USD, the price stands 11.11 % above its 200-day average (90.00 USD) and 4.17 % above its 50-day average (96.00 USD).";
    const opinions: Opinion[] = [
      ["market", "bullish", 0.7, `**In short:** it rises.\n\n**Trend.** ${sentence}`],
      ["news", "bullish", 0.6, "**In short:** the news helps.\n\n## market\n\nIt falls."],
      ["fundamentals", "bearish", 0.1, "The stock is dear."],
    ];
    const { thesis } = await decisionOn(opinions);
    expect(thesis).toContain(`${sentence} The news helps. The horizon`);
    const other = await decisionOn([["market", "bullish", 0.7, "**In short:** it rises."]]);
    expect(other.thesis).toContain(" It rises. ");
  });

  it("speaks of a wide swing only where the price swings", async () => {
    const risksAt = async (volatility: number) => {
      const values = { ...known, "risk.volatility_1y": percent(volatility) };
      return (await decisionOn(bulls, { values })).risks.join(" ");
    };
    expect(await risksAt(40)).toContain("can move far without news");
    expect(await risksAt(14.32)).not.toContain("can move far");
  });

  it("is written as prose where no schema is bound", async () => {
    const answer = await createRulesModel().invoke(
      conversation("portfolio_manager", requestOf(bulls)),
    );
    expect(answer.text).toContain("**Buy**, confidence 0.");
    expect(answer.tool_calls).toEqual([]);
  });
});
