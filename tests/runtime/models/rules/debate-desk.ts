import type { BaseMessage } from "@langchain/core/messages";
import { z } from "zod";
import { analystNames } from "#core/analyst.ts";
import { writeBrief } from "#core/brief.ts";
import {
  argumentSchema,
  planSchema,
  reviewSchema,
  type SaidArgument,
  type SaidPlan,
  type SaidReview,
} from "#core/debate.ts";
import { writeDebate, writePlan, writeReviews } from "#core/debate-blocks.ts";
import { type Decision, decisionSchema } from "#core/decision.ts";
import { distinctFacts, type Fact } from "#core/fact.ts";
import { writeFacts } from "#core/fact-lines.ts";
import { type AnalystReport, readClosing, type Stance } from "#core/report.ts";
import { type Researcher, type Reviewer, type Role, researchers, reviewers } from "#core/role.ts";
import { noUsage } from "#core/usage.ts";
import { analysts } from "#graphs/analysis/analysts.ts";
import { createDemoMarketData } from "#runtime/market-data/demo/market.ts";
import { createRulesModel } from "#runtime/models/rules/model.ts";
import { ask } from "../../../helpers/fact-tools.ts";
import { AS_OF, conversation, facts, SYMBOL, type Values } from "./desk.ts";

/** The demo market's symbols of every kind. */
export const TICKERS = [
  "AAPL",
  "NVDA",
  "KO",
  "F",
  "SHEL.L",
  "QQQ",
  "BTC-USD",
  "^GSPC",
  "^TNX",
  "^VIX",
  "EURUSD=X",
  "GC=F",
];

/** What a model says has been said: everything but its words is the same in tests. */
const said = { model: "rules", startedAt: "", endedAt: "", usage: noUsage };

export interface Studied {
  readonly ticker: string;
  readonly reports: readonly AnalystReport[];
  readonly facts: readonly Fact[];
}

/** What has been said after the reports. */
export interface Talk {
  readonly debate?: readonly SaidArgument[];
  readonly plan?: SaidPlan | null;
  readonly reviews?: readonly SaidReview[];
}

const studies = new Map<string, Promise<Studied>>();

/** The reports on a demo ticker and the facts that they are made from; made once. */
export function study(ticker: string): Promise<Studied> {
  const known = studies.get(ticker) ?? studied(ticker);
  studies.set(ticker, known);
  return known;
}

async function studied(ticker: string): Promise<Studied> {
  const market = createDemoMarketData();
  const model = createRulesModel();
  const all = await Promise.all(
    analystNames.map(async (analyst) => {
      const answers = await Promise.all(
        analysts[analyst].plan.map(({ tool, args }) =>
          ask(market, tool, { symbol: ticker, ...args }, AS_OF),
        ),
      );
      const brought = answers.flatMap((answer) => answer.facts);
      const request = `Ticker: ${ticker}\nAs of: ${AS_OF}\n\n${writeFacts(brought)}`;
      const answer = await model.invoke(conversation(`${analyst}_analyst`, request));
      const report: AnalystReport = {
        ...said,
        ...readClosing(answer.text),
        analyst,
        cut: false,
        toolCalls: [],
        notices: [],
      };
      return { report, brought };
    }),
  );
  return {
    ticker,
    reports: all.map(({ report }) => report),
    facts: distinctFacts(all.flatMap(({ brought }) => brought)),
  };
}

/** Reports as a test imagines them: who wrote, stance, confidence and text; and facts. */
export function imagined(
  views: readonly (readonly [AnalystReport["analyst"], Stance, number, string])[],
  values: Values,
): Studied {
  const reports = views.map(([analyst, stance, confidence, text]): AnalystReport => {
    return { ...said, analyst, stance, confidence, text, cut: false, toolCalls: [], notices: [] };
  });
  return { ticker: SYMBOL, reports, facts: facts(values) };
}

/** An argument as the other side, or an earlier round, has made it. */
export function argued(
  speaker: Researcher,
  round: number,
  argument: string,
  conviction = 0.5,
): SaidArgument {
  return { ...said, speaker, round, argument, conviction, concession: null };
}

/** A review as another reviewer, or an earlier round, has made it. */
export function reviewed(
  speaker: Reviewer,
  round: number,
  words: Pick<SaidReview, "verdict" | "size" | "argument">,
): SaidReview {
  return { ...said, ...words, speaker, round };
}

/** A plan to buy at 100.00 USD, as far as a test does not say otherwise. */
export function planned(changes: Partial<SaidPlan> = {}): SaidPlan {
  return {
    ...said,
    action: "buy",
    size: 6,
    horizon: "3m",
    levels: { entry: 100, stop: 95, target: 112, currency: "USD" },
    reasoning: "It rises.",
    ...changes,
  };
}

/** What a speaker is given: the brief, what has been said so far, and facts. */
export function deskRequest(
  { ticker, reports, facts: known }: Studied,
  { debate = [], plan = null, reviews = [] }: Talk = {},
  more: readonly string[] = [],
): string {
  return [
    `Ticker: ${ticker}\nAs of: ${AS_OF}\nData: demo`,
    "Confidence ceiling: 0.9",
    writeBrief(reports, []),
    ...(debate.length > 0 ? [writeDebate(debate)] : []),
    ...(plan === null ? [] : [writePlan(plan)]),
    ...(reviews.length > 0 ? [writeReviews(reviews)] : []),
    ...more,
    writeFacts(known),
  ].join("\n\n");
}

/** The form that a role fills, as the one tool that is bound to it. */
export async function filled<T>(role: Role, schema: z.ZodType<T>, request: string): Promise<T> {
  const form = { name: "form", description: "A form.", parameters: z.toJSONSchema(schema) };
  const model = createRulesModel().bindTools([{ type: "function", function: form }]);
  const messages: BaseMessage[] = conversation(role, request);
  const { tool_calls: calls = [] } = await model.invoke(messages);
  return z.strictObject({ name: z.literal("form"), args: schema }).parse({
    name: calls[0]?.name,
    args: calls[0]?.args,
  }).args;
}

export interface Conversation {
  readonly studied: Studied;
  readonly debate: readonly SaidArgument[];
  readonly plan: SaidPlan;
  readonly reviews: readonly SaidReview[];
  readonly decision: Decision;
}

/** A whole conversation on a ticker, in as many rounds of debate and of reviews. */
export async function converse(on: Studied, rounds: number): Promise<Conversation> {
  const debate: SaidArgument[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const request = deskRequest(on, { debate });
    const arguments_ = await Promise.all(
      researchers.map(async (speaker) => ({
        ...said,
        ...(await filled(speaker, argumentSchema, request)),
        speaker,
        round,
      })),
    );
    debate.push(...arguments_);
  }
  const plan = {
    ...said,
    ...(await filled("trader", planSchema, deskRequest(on, { debate }))),
  };
  const reviews: SaidReview[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const request = deskRequest(on, { debate, plan, reviews });
    const more = await Promise.all(
      reviewers.map(async (speaker) => ({
        ...said,
        ...(await filled(speaker, reviewSchema, request)),
        speaker,
        round,
      })),
    );
    reviews.push(...more);
  }
  const request = deskRequest(on, { debate, plan, reviews });
  const decision = await filled("portfolio_manager", decisionSchema, request);
  return { studied: on, debate, plan, reviews, decision };
}
