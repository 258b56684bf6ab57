import { Command, type LangGraphRunnableConfig, Send } from "@langchain/langgraph";
import { type Bars, sliceBars } from "#core/backtest/bars.ts";
import { splitPlace } from "#core/backtest/walk-forward.ts";
import { authorsOf } from "#core/contest/author.ts";
import type { ContestRequest } from "#core/contest/contest.ts";
import { contestNotices } from "#core/contest/notices.ts";
import { USUAL_YEARS } from "#core/contest/usual.ts";
import { addMonths, dayOf, parseAsOf } from "#core/day.ts";
import { DeskError } from "#core/errors.ts";
import { parseTicker } from "#core/ticker.ts";
import { withDeadline } from "../../deadline.ts";
import { type Emit, spanned, unwrap } from "../../span.ts";
import type { StrategiesPorts } from "../ports.ts";
import { authorRequest } from "../prompts/author.ts";
import type {
  AuthorTask,
  BuyAndHoldTask,
  inputFields,
  StrategiesStateValue,
  StrategiesUpdate,
} from "../state.ts";

type Asked = Pick<StrategiesStateValue, keyof typeof inputFields>;

/** Fewer leave nothing to learn from, or nothing to be held against. */
const FEWEST_BARS = 120;

/**
 * Checks the request, reads the bars, and sends every author its task, all in one command. Throws
 * where there is nothing to trade on: no branch has started by then.
 */
export function createDispatcher(ports: StrategiesPorts) {
  return async (
    asked: Asked,
    config: LangGraphRunnableConfig,
  ): Promise<Command<unknown, StrategiesUpdate>> => {
    const emit: Emit = (event) => config.writer?.(event);
    const label = { name: "dispatcher", kind: "dispatcher", parent: null } as const;
    const outcome = await spanned(ports.clock, emit, label, async () => {
      const request = requestOf(asked, ports.clock.now());
      const { signal } = withDeadline(config, ports.deadline);
      const read = await ports.readBars(request, { ...(signal && { signal }) });
      requireEnough(read.bars.dates.length, request);
      const notices = contestNotices(request, read);
      for (const text of notices) emit({ type: "notice", text, at: ports.clock.now() });
      return { request, ...read, notices, ...assignmentOf(request, read.bars) };
    });
    const { request, bars, data, currency, notices, split, assignment } = unwrap(outcome);
    const settled = { request, bars, split };
    return new Command({
      update: { ...settled, data, currency, notices, spans: [outcome.span] },
      goto: [
        ...request.authors.map((author) => {
          const task: AuthorTask = { ...settled, author, assignment };
          return new Send("author", task);
        }),
        new Send("buy_and_hold", settled satisfies BuyAndHoldTask),
      ],
    });
  };
}

function requestOf({ ticker, models, from, asOf, rules, minTrades }: Asked, now: number) {
  const today = dayOf(now);
  const last = asOf === null ? today : parseAsOf(asOf, today);
  const request: ContestRequest = {
    // A graph's input schema does not hold that a required field is there.
    symbol: parseTicker(ticker ?? ""),
    authors: authorsOf(models),
    from: from ?? addMonths(last, -12 * USUAL_YEARS),
    asOf: last,
    rules,
    minTrades,
  };
  return request;
}

/** What authors are told: nothing of the bars out of sample. */
function assignmentOf({ rules, minTrades }: ContestRequest, bars: Bars) {
  const split = splitPlace(bars.dates.length);
  const shown = sliceBars(bars, 0, split);
  return { split, assignment: authorRequest({ bars: shown, rules, minTrades }) };
}

function requireEnough(bars: number, { symbol, from, asOf }: ContestRequest): void {
  if (bars >= FEWEST_BARS) return;
  throw new DeskError(
    "usage",
    `${symbol} has ${bars} bars from ${from} to ${asOf}; a contest needs ${FEWEST_BARS}. Begin earlier: --from DAY.`,
  );
}
