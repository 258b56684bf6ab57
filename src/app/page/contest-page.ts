import {
  type ContestResult,
  contestStatus,
  type Entry,
  type Standing,
} from "#core/contest/contest.ts";
import { aheadOf } from "#core/contest/render/beaten.ts";
import { sourceWords } from "#core/render/byline.ts";
import { counted } from "#core/render/counted.ts";
import { duration } from "#core/render/duration.ts";
import { ratioText } from "#core/render/fractions.ts";
import { html } from "./html.ts";
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
  const { request, bars, data, currency, split, benchmark, standings, entries } = result;
  const strategies = standings.flatMap((standing) => {
    const place = entries.findIndex(({ author }) => author === standing.author);
    const entry = entries[place];
    return entry === undefined ? [] : [shownOf(entry, standing, place)];
  });
  const hold = shownHold([benchmark.inSample, benchmark.outOfSample], benchmark.equity);
  const sharpeOf = ({ periods }: Shown) => periods[OUT]?.sharpe ?? Number.NEGATIVE_INFINITY;
  return {
    title: `${request.symbol}: strategies against buy and hold`,
    symbol: request.symbol,
    kind: `${counted(entries.length, "strategy", "strategies")} against buy and hold`,
    outcome: outcomeOf(result, strategies[0]),
    currency,
    source: sourceWords(data),
    synthetic: data.synthetic,
    notices: result.notices,
    bars,
    split,
    rules: request.rules,
    periods: ["In sample", "Out of sample"],
    judged: OUT,
    columns,
    strategies,
    benchmark: hold,
    benchmarkPlace: strategies.filter(
      (shown) => shown.rank !== null && sharpeOf(shown) >= sharpeOf(hold),
    ).length,
    shifts: shiftsOf(entries, strategies),
    pace: paceOf(result),
    definitions: [
      html`<div><dt>Out of sample</dt><dd>The last third of the bars, which no author was shown. The table's figures are of it unless they say otherwise, and strategies are ranked by its Sharpe ratio; that takes at least ${counted(request.minTrades, "closed trade", "closed trades")}. A model may still have seen these prices in training.</dd></div>`,
      html`<div><dt>Deflated Sharpe</dt><dd>${deflatedInWords(result.tried)}</dd></div>`,
    ],
    made: [
      `Run ${result.runId}`,
      ...(result.engine === null ? [] : [`strategies ran on ${result.engine}`]),
    ],
  };
}

function shownOf(entry: Entry, { rank, unranked, deflatedSharpe }: Standing, place: number): Shown {
  const { author, model, failure, measured, repaired } = entry;
  return {
    name: author,
    model,
    colour: String(place % COLOURS),
    rank,
    remark: failure?.message ?? unranked,
    periods: measured === null ? [] : [measured.inSample, measured.outOfSample],
    deflatedSharpe,
    code: entry.code,
    warnings: [
      ...(repaired
        ? ["Its first answer could not be run; this one was written after it was told why."]
        : []),
      ...entry.warnings,
    ],
    trades: entry.trades,
    open: entry.open,
    equity: entry.equity,
  };
}

function outcomeOf(result: ContestResult, best: Shown | undefined): string {
  if (contestStatus(result) === "failed") return "No strategy could be run.";
  if (best === undefined || best.rank === null) return "No strategy can be ranked.";
  const sharpe = ratioText(best.periods[OUT]?.sharpe ?? null);
  const hold = ratioText(result.benchmark.outOfSample.sharpe);
  const figures = `a Sharpe ratio of ${sharpe} out of sample, against ${hold} for buy and hold`;
  return aheadOf(result, "sharpe").length === 0
    ? `Nobody beat buy and hold. First among the strategies is ${best.name}: ${figures}.`
    : `${best.name} is first: ${figures}.`;
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
