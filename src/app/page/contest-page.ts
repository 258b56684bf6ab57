import { type ContestResult, contestStatus, type Entry } from "#core/contest/contest.ts";
import { beatenIn } from "#core/contest/render/beaten.ts";
import { type Placed, placedIn } from "#core/contest/render/placed.ts";
import { repairWords } from "#core/contest/render/repair-words.ts";
import { unseenWords } from "#core/contest/render/unseen-words.ts";
import { sourceWords } from "#core/render/byline.ts";
import { counted } from "#core/render/counted.ts";
import { duration } from "#core/render/duration.ts";
import { ratioText } from "#core/render/fractions.ts";
import { html } from "./html.ts";
import { inventedWords } from "./invented-words.ts";
import { resultColumns } from "./result-columns.ts";
import { shownHold } from "./shown-hold.ts";
import { strategiesDocument } from "./strategies-document.ts";
import type { ResultColumn, Shift, Shown, StrategyPage } from "./strategy-page.ts";

/** Colours that the strategies have; more of them begin again. */
const COLOURS = 8;
/** The places of the periods in what is shown. */
const IN = 0;
const OUT = 1;

const columns: readonly ResultColumn[] = [
  ...resultColumns(OUT),
  { title: "Sharpe in sample", of: ({ periods }) => periods[IN]?.sharpe ?? null, words: ratioText },
  { title: "Deflated Sharpe", of: ({ deflatedSharpe }) => deflatedSharpe, words: ratioText },
];

/**
 * A contest as a page of its own: one file, which opens from a disk and asks for nothing.
 *
 * @throws DeskError `configuration` where the project's own sources cannot be found
 */
export function contestPage(result: ContestResult): Promise<string> {
  return strategiesDocument(pageOf(result));
}

function pageOf(result: ContestResult): StrategyPage {
  const { request, bars, data, currency, split, benchmark, entries } = result;
  const strategies = placedIn(result).map((placed) =>
    shownOf(placed, entries.indexOf(placed.entry)),
  );
  const hold = shownHold([benchmark.inSample, benchmark.outOfSample], benchmark.equity);
  const sharpeOf = ({ periods }: Shown) => periods[OUT]?.sharpe ?? Number.NEGATIVE_INFINITY;
  return {
    title: `${request.symbol}: strategies against buy and hold`,
    symbol: request.symbol,
    kind: `${counted(entries.length, "strategy", "strategies")} against buy and hold`,
    outcome: outcomeOf(result, strategies[0]),
    currency,
    source: sourceWords(data),
    invented: inventedWords(data),
    notices: result.notices,
    bars,
    split,
    rules: request.rules,
    periods: ["In sample", "Out of sample"],
    judged: OUT,
    columns,
    caption: `${unseenWords(result)} Figures and curves are of these, but for the Sharpe ratio in sample.`,
    strategies,
    benchmark: hold,
    benchmarkPlace: strategies.filter(
      (shown) => shown.rank !== null && sharpeOf(shown) >= sharpeOf(hold),
    ).length,
    shifts: shiftsOf(entries, strategies),
    pace: paceOf(result),
    definitions: [
      html`<div><dt>Out of sample</dt><dd>The last third of the bars, which no author was shown. Strategies are ranked by its Sharpe ratio; that takes at least ${counted(request.minTrades, "closed trade", "closed trades")}. A model may still have seen these prices in training.</dd></div>`,
      html`<div><dt>Deflated Sharpe</dt><dd>${deflatedInWords(result.tried)}</dd></div>`,
    ],
    made: [
      `Run ${result.runId}`,
      ...(result.engine === null ? [] : [`strategies ran on ${result.engine}`]),
    ],
  };
}

function shownOf({ entry, standing }: Placed, place: number): Shown {
  const { author, model, failure, measured } = entry;
  const { rank, unranked, deflatedSharpe } = standing;
  const repair = repairWords(entry);
  return {
    name: author,
    model,
    colour: String(place % COLOURS),
    rank,
    remark: failure?.message ?? unranked,
    periods: measured === null ? [] : [measured.inSample, measured.outOfSample],
    deflatedSharpe,
    code: entry.code,
    answer: entry.answer,
    warnings: [...(repair === null ? [] : [repair]), ...entry.warnings],
    trades: entry.trades,
    open: entry.open,
    equity: entry.equity,
  };
}

function outcomeOf(result: ContestResult, best: Shown | undefined): string {
  const { claim, detail } = beatenIn(result, (author) => author);
  const beaten = `${claim}${detail}`;
  if (contestStatus(result) === "failed") return `No strategy could be run. ${beaten}`;
  if (best === undefined || best.rank === null) return `No strategy can be ranked. ${beaten}`;
  const sharpe = ratioText(best.periods[OUT]?.sharpe ?? null);
  return `${beaten} First among the strategies is ${best.name} with a Sharpe ratio of ${sharpe}.`;
}

function deflatedInWords(tried: number): string {
  return tried <= 1
    ? "How likely, from 0 to 1, the true Sharpe ratio out of sample is above 0. There was no choice among several to correct for."
    : `How likely, from 0 to 1, the true Sharpe ratio out of sample is above what the best of ${tried} worthless strategies would show by luck. 0.95 is the usual mark.`;
}

function paceOf({ timeline, entries }: ContestResult): string {
  const { wallMs, workMs, overlap } = timeline;
  const times =
    overlap === null ? "" : `, ${overlap.toFixed(1)} times as much as one after another`;
  return `${counted(entries.length, "author", "authors")}: ${duration(workMs)} of work in ${duration(wallMs)}${times}.`;
}

function shiftsOf(entries: readonly Entry[], strategies: readonly Shown[]): Shift[] {
  const start = Math.min(...entries.map(({ startedAt }) => Date.parse(startedAt)));
  return entries.flatMap(({ author, startedAt, endedAt }) => {
    const shown = strategies.find(({ name }) => name === author);
    const [from, to] = [Date.parse(startedAt) - start, Date.parse(endedAt) - start];
    return shown === undefined ? [] : [{ shown, from, to }];
  });
}
