import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import type { StructuredToolInterface } from "@langchain/core/tools";
import type { Day } from "#core/day.ts";
import { deepFreeze } from "#core/deep-freeze.ts";
import { DeskError } from "#core/errors.ts";
import type { Clock, MarketData, Recall } from "#core/ports.ts";
import { createCallers } from "./callers.ts";
import type { Header, RecordedRequest } from "./lines.ts";
import { misfit, requestDifference } from "./misfit.ts";
import { readLines } from "./read-lines.ts";
import type { OpenMarket } from "./recording-opener.ts";
import { createRefusal } from "./refusal.ts";
import { replayMarket } from "./replay-market.ts";
import { replayModel } from "./replay-model.ts";
import { replayOpener } from "./replay-opener.ts";
import { replayRecall } from "./replay-recall.ts";

/** What a recording gives back, in place of models, market and opener. */
export interface Replay {
  readonly header: Header;
  /** The last day whose knowledge the recorded run used. */
  readonly asOf: Day;
  /** Aborted as soon as the run asks what the recording does not hold; the reason says what. */
  readonly signal: AbortSignal;
  /** @throws DeskError `usage` that names what differs from the recorded request */
  requireSame(request: RecordedRequest): void;
  /** A clock on which today is the recorded day, from its noon (UTC) on. */
  clock(inner: Clock): Clock;
  model(): BaseChatModel;
  market(): MarketData;
  /** Tools over the market, so that each question is told by the tool call that asks it. */
  tools(inner: readonly StructuredToolInterface[]): readonly StructuredToolInterface[];
  open(): OpenMarket;
  recall(): Recall;
}

/**
 * Reads a recording for one run.
 *
 * @throws DeskError `usage`, with file and line, when it is none, or no longer whole
 */
export async function readTape(path: string): Promise<Replay> {
  const { header, lines } = await readLines(path);
  const opened = lines.find((line) => line.type === "opened");
  if (opened === undefined) {
    throw new DeskError("usage", `cannot replay "${path}": it tells of no run that got data.`);
  }
  const values = new Map(
    lines.filter((line) => line.type === "data").map(({ id, value }) => [id, deepFreeze(value)]),
  );
  const refusal = createRefusal(path);
  const callers = createCallers();
  const model = replayModel(
    lines.filter((line) => line.type === "model"),
    refusal,
  );
  const source =
    "value" in opened.outcome
      ? opened.outcome.value
      : ({ source: "demo", synthetic: true } as const);
  const reads = lines.filter((line) => line.type === "read");
  const market = replayMarket({ reads, values, source }, refusal, callers.current);

  return {
    header,
    asOf: opened.query.asOf,
    signal: refusal.signal,
    requireSame(request) {
      const difference = requestDifference(header.request, request);
      if (difference !== null) throw misfit(path, difference);
    },
    clock(inner) {
      const shift = Date.parse(`${opened.query.asOf}T12:00:00Z`) - inner.now();
      return { now: () => inner.now() + shift };
    },
    model: () => model,
    market: () => market,
    tools: callers.tools,
    open: () => replayOpener(opened, refusal),
    recall: () =>
      replayRecall(
        lines.find((line) => line.type === "recalled"),
        refusal,
      ),
  };
}
