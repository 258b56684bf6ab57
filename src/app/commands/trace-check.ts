import { basename, resolve } from "node:path";
import { renderChainTimeline } from "#core/chain/render/timeline.ts";
import { plannedTimelineOf } from "#core/chain/timeline.ts";
import { renderContestTimeline } from "#core/contest/render/timeline.ts";
import { contestTimelineOf } from "#core/contest/timeline.ts";
import { DeskError } from "#core/errors.ts";
import { spansOfEvents } from "#core/event-spans.ts";
import type { PlannedGroup } from "#core/planned-group.ts";
import { inertJson } from "#core/render/inert-json.ts";
import { printable } from "#core/render/printable.ts";
import { renderTimeline } from "#core/render/timeline.ts";
import { renderTraceCheck } from "#core/render/trace-check.ts";
import type { Span } from "#core/span.ts";
import { timelineOf } from "#core/timeline.ts";
import { checkTrace, traceHolds } from "#core/trace-check.ts";
import { findRunFolder, readRunEvents } from "#runtime/run-events.ts";
import { readConfig } from "../config.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Options, optionsHelp, readOptions } from "../options.ts";
import type { Command } from "./command.ts";

const traceCheckOptions: Options = {
  json: {
    type: "boolean",
    value: null,
    env: "TRADING_GRAPH_JSON",
    help: "print checks, timeline and spans as one JSON object",
  },
  help: { type: "boolean", value: null, env: null, help: "show this" },
  version: { type: "boolean", value: null, env: null, help: "show the version" },
};

const HELP = `Usage: trading-graph trace-check RUN [options]
       npm run trace-check -- RUN [options]

Shows the timeline of a run that has been kept, and whether it proves that the work was done at once:
all analysts at work at one moment, the tool calls of each in flight together, and every analyst
started within a second of the dispatcher's end; of a contest, all authors at one moment; of a chain, all
agents of a parallel group, and the tool calls of each agent. RUN is a run's id, or its folder:
logs/runs/<id>.

Options (each also by the environment variable in brackets, or in a .env file):
${optionsHelp(traceCheckOptions)}

Exit codes: 0 it holds, 1 it does not, or the run cannot be read, 2 usage.`;

export const traceCheck: Command = {
  summary: "check that a run's work was done at once",
  help: HELP,
  async run({ argv, environment, terminal }) {
    const env = environment();
    const { said, positionals } = readOptions(argv, traceCheckOptions, env);
    const folder = await findRunFolder(readConfig(env).logsDir, runOf(positionals));
    const runId = basename(resolve(folder));
    const { spans, groups } = await readSpans(folder, runId);
    const { timeline, text } = timelineIn(spans, groups);
    const checks = checkTrace(spans, groups);
    const holds = traceHolds(checks);
    const shown =
      said.json?.value === true
        ? inertJson({ runId, holds, checks, timeline, spans })
        : printable([runId, text, renderTraceCheck(checks, holds)].join("\n\n"));
    terminal.stdout.write(`${shown}\n`);
    return holds ? exitCodes.ok : exitCodes.failed;
  },
};

/** The timeline of an analysis, of a contest of strategies, or of a chain. */
function timelineIn(
  spans: readonly Span[],
  groups: readonly PlannedGroup[],
): { timeline: object; text: string } {
  if (spans.some(({ kind }) => kind === "agent")) {
    const timeline = plannedTimelineOf(groups, spans);
    return { timeline, text: renderChainTimeline(spans, timeline) };
  }
  if (spans.some(({ kind }) => kind === "author")) {
    const timeline = contestTimelineOf(spans);
    return { timeline, text: renderContestTimeline(spans, timeline) };
  }
  const timeline = timelineOf(spans);
  return { timeline, text: renderTimeline(spans, timeline) };
}

function runOf(positionals: readonly string[]): string {
  const [run, ...more] = positionals;
  if (run === undefined) {
    throw new DeskError(
      "usage",
      "no run given. Example: trading-graph trace-check logs/runs/20261121T103000Z-AAPL-4f3a",
    );
  }
  if (more.length === 0) return run;
  throw new DeskError("usage", `trace-check takes one run, ${positionals.length} given.`);
}

/**
 * What a run's events tell: who was to work together, and who has worked when.
 *
 * @throws DeskError `storage` when the run was cut short, naming what has no end
 */
async function readSpans(
  folder: string,
  runId: string,
): Promise<{ readonly spans: readonly Span[]; readonly groups: readonly PlannedGroup[] }> {
  const events = await readRunEvents(folder);
  const { spans, unfinished } = spansOfEvents(events);
  if (unfinished.length > 0) {
    throw new DeskError(
      "storage",
      `run ${runId} was cut short: no end of ${unfinished.join(", ")}.`,
    );
  }
  if (events.at(-1)?.type !== "run_ended") {
    throw new DeskError("storage", `run ${runId} was cut short: its events have no end.`);
  }
  const groups = events.flatMap((event) => (event.type === "planned" ? event.groups : []));
  return { spans, groups };
}
