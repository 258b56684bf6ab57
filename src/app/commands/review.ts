import { usageError } from "#core/errors.ts";
import type { Clock, DecisionMemory, SourceName } from "#core/ports.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { printable } from "#core/render/printable.ts";
import { renderPassedOver, renderReview } from "#core/render/review.ts";
import type { KeptDecision } from "#core/review/kept-decision.ts";
import { isComplete, type Review, sourceReviewOf } from "#core/review/review.ts";
import { oncePerQuestion } from "#core/review/which-count.ts";
import { createDecisionLog } from "#runtime/memory/decision-log.ts";
import { scoreKept } from "#runtime/memory/score-kept.ts";
import { type Config, readConfig } from "../config.ts";
import { exitCodes } from "../exit-codes.ts";
import { openMarkets } from "../markets.ts";
import { optionsHelp } from "../options.ts";
import type { Command } from "./command.ts";
import { type ReviewRequest, readReviewRequest, reviewOptions } from "./review-request.ts";

const HELP = `Usage: trading-graph review [TICKER...] [options]
       npm run review -- [TICKER...] [options]

Scores the decisions that analyze has kept: each whose horizon has passed, by its return against a
benchmark, and all together by hit rate, calibration of the stated confidence and Brier score. Asked
the same again (symbol, day, source, models, analysts, depth, rounds, samples), a decision with fewer
gaps counts, else the last. What was made in hindsight is shown apart.

Options (most also by the environment variable in brackets, or in a .env file):
${optionsHelp(reviewOptions)}

Exit codes: 0 ok, 1 failed, 2 usage, 3 partial (some prices or entries could not be read), 130
interrupted.`;

export const review: Command = {
  summary: "score the kept decisions whose horizon has passed",
  help: HELP,
  async run({ argv, environment, terminal, clock, signal }) {
    const env = environment();
    const config = readConfig(env);
    const request = readReviewRequest(argv, env, clock.now());
    const memory = createDecisionLog(config.logsDir);
    const { decisions, passedOver } = await memory.recall(queryOf(request));
    const reviewed: Review = {
      asOf: request.asOf,
      benchmark: request.benchmark,
      sources: await sourcesOf(oncePerQuestion(decisions), { request, config, clock, signal }),
      passedOver,
    };
    const text =
      decisions.length > 0 ? renderReview(reviewed) : await whyNothing(request, memory, config);
    terminal.stdout.write(request.json ? `${inertJson(reviewed)}\n` : text);
    return isComplete(reviewed) ? exitCodes.ok : exitCodes.partial;
  },
};

function queryOf({ asOf, symbols, source, model }: ReviewRequest) {
  return {
    asOf,
    ...(symbols.length > 0 && { symbols }),
    ...(source !== null && { source }),
    ...(model !== null && { model }),
  };
}

interface Scene {
  readonly request: ReviewRequest;
  readonly config: Config;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

const sources = ["yahoo", "demo"] as const satisfies readonly SourceName[];

/** The reviews of all sources that decisions are of, made at once. */
async function sourcesOf(
  decisions: readonly KeptDecision[],
  { request: { asOf, benchmark }, config, clock, signal }: Scene,
): Promise<Review["sources"]> {
  const markets = openMarkets({ data: "auto", mayFallBack: false, config, clock });
  try {
    const reviews = sources.map(async (source) => {
      const ofSource = decisions.filter((decision) => decision.source === source);
      if (ofSource.length === 0) return [];
      const market = markets[source];
      const scored = await scoreKept({ decisions: ofSource, market, benchmark, asOf }, { signal });
      return [sourceReviewOf({ source, synthetic: market.synthetic, ...scored })];
    });
    return (await Promise.all(reviews)).flat();
  } finally {
    await markets.close();
  }
}

/**
 * What to say where no decision is found.
 *
 * @throws DeskError `usage` for a model that has decided nothing, naming those that have
 */
async function whyNothing(
  { asOf, model }: ReviewRequest,
  memory: DecisionMemory,
  { logsDir }: Config,
): Promise<string> {
  const { decisions, passedOver } = await memory.recall({ asOf });
  const say = (text: string) =>
    `${printable(passedOver === 0 ? text : `${text}\n\n${renderPassedOver(passedOver)}`)}\n`;
  if (decisions.length === 0) {
    return say(
      `No decision is kept in "${logsDir}" as of ${asOf}. Make one: trading-graph analyze AAPL --data demo`,
    );
  }
  const models = distinct(decisions.map((decision) => decision.model));
  if (model !== null && !models.includes(model)) throw usageError("--model: model", model, models);
  const symbols = distinct(decisions.map(({ symbol }) => symbol));
  return say(
    `No kept decision as of ${asOf} is of what was asked. There are ${decisions.length}, on ${symbols.join(", ")}.`,
  );
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
