import { codeOf, messageOf } from "#core/errors.ts";
import type { AnalysisResult } from "#core/result.ts";
import type { RunRecord } from "#core/run-record.ts";
import { isHeld } from "#core/run-state.ts";
import type { RunClaim } from "#core/run-store.ts";
import { lengthOfRun } from "#core/watchlist/row.ts";
import type { RunNews } from "#core/watchlist/run-news.ts";
import { mapBounded } from "#runtime/bounded.ts";
import { redactor } from "#runtime/redact.ts";
import { withinGrace } from "#runtime/within-grace.ts";
import { secretsOf } from "../config.ts";
import { endsAll } from "../ends-all.ts";
import { endOf } from "../perform-recorded.ts";
import { performRun, type Workplace } from "../perform-run.ts";
import { BUDGET_SPENT, lacksBudget } from "./budget-spent.ts";
import type { WorkOnList } from "./list-work.ts";
import { takeUp } from "./take-up.ts";

export interface WorkHereOptions {
  /** Runs that are worked on at once. */
  readonly atOnce: number;
  /** How long a run may take to end once it is told to. */
  readonly graceMs?: number;
  /** Whether what the models write is told and kept too, token by token. */
  readonly text?: boolean;
}

/** With the time for records, once for a run and once for the list, well within 5 s. */
const GRACE_MS = 2_000;
const RECORDING_MS = 500;

/**
 * Works on lists in this process, over one desk, store and budget. One run that fails ends no other;
 * once the budget is spent no more are begun, and those at work end with what they have.
 */
export function workHere(workplace: Workplace, options: WorkHereOptions): WorkOnList {
  const { store, desk, config } = workplace;
  const { clock } = desk.ports;
  const clean = redactor(secretsOf(config));
  return async ({ list, runs, signal, onNews }) => {
    const fatal = new AbortController();
    const spent = new AbortController();
    const stop = AbortSignal.any([signal, fatal.signal]);
    const closed = AbortSignal.any([stop, spent.signal]);
    const begun = new Set<string>();
    const tell = (run: RunRecord, news: Omit<RunNews, "runId" | "symbol" | "at">) => {
      onNews({ runId: run.id, symbol: run.configuration.symbol, at: clock.now(), ...news });
    };

    async function workOn(run: RunRecord): Promise<void> {
      const takenUp = takeUp(run, store.runs, stop);
      const { claim, ended } = await withinGrace(takenUp, stop, RECORDING_MS);
      begun.add(run.id);
      if (claim === null) {
        const { state, error, summary } = ended;
        const ms = lengthOfRun(ended);
        return tell(run, { state, error, ms, usage: summary?.usage ?? null });
      }
      tell(run, { state: "running", error: null, usage: null });
      try {
        const result = await perform(run, claim, workplace, options, stop);
        if (lacksBudget(result)) spent.abort(new Error(BUDGET_SPENT));
        const ms = Math.round(result.timeline.wallMs);
        tell(run, { state: "done", error: null, ms, usage: result.usage });
      } catch (thrown) {
        if (codeOf(thrown, "model") === "taken_over") {
          return tell(run, { state: "waiting", error: null, usage: null });
        }
        if (codeOf(thrown, "model") === "budget") spent.abort(new Error(BUDGET_SPENT));
        tell(run, { ...endOf(thrown, stop, clean), usage: null });
        if (endsAll(thrown) && !stop.aborted) fatal.abort(thrown);
      }
    }

    const order = heldLast(runs, clock.now());
    await mapBounded(
      order,
      options.atOnce,
      (run) =>
        workOn(run).catch((thrown) => {
          if (!stop.aborted) fatal.abort(thrown);
        }),
      closed,
    );
    if (closed.aborted) {
      const error = clean(`${messageOf(closed.reason)}: it was not begun`);
      const recorded = store.runs.endWaiting(list, { state: "skipped", error });
      // Whoever cannot record it leaves it waiting, which a resumption takes up just as well.
      await withinGrace(recorded, closed, RECORDING_MS).catch(() => {});
      for (const run of order) {
        if (!begun.has(run.id)) tell(run, { state: "skipped", error, usage: null });
      }
    }
    fatal.signal.throwIfAborted();
  };
}

/** Performs a run. One that does not end when it is told to is left. */
async function perform(
  { configuration, rerunOf }: RunRecord,
  claim: RunClaim,
  workplace: Workplace,
  { graceMs = GRACE_MS, text = false }: WorkHereOptions,
  signal: AbortSignal,
): Promise<AnalysisResult> {
  let atWork = true;
  const work = performRun({ claim, configuration, rerunOf }, workplace, {
    signal,
    text,
  }).finally(() => {
    atWork = false;
  });
  try {
    return (await withinGrace(work, signal, graceMs)).result;
  } catch (thrown) {
    if (atWork) {
      const ended = claim.end(endOf(signal.reason, signal, redactor(secretsOf(workplace.config))));
      await withinGrace(ended, signal, RECORDING_MS).catch(() => {});
    }
    throw thrown;
  }
}

/** Those that somebody holds come last: by then they may be free. */
function heldLast(runs: readonly RunRecord[], now: number): readonly RunRecord[] {
  return [...runs.filter((run) => !isHeld(run, now)), ...runs.filter((run) => isHeld(run, now))];
}
