import type { PlannedGroup } from "./planned-group.ts";
import { duration } from "./render/duration.ts";
import type { Span } from "./span.ts";

/** Milliseconds that a branch may start after the dispatcher has ended. */
const LATEST_START_MS = 1_000;

/** One thing that a run's spans must show, if its work was done at once. */
export interface TraceCheck {
  readonly claim: string;
  /** null where the run has nothing that it could be seen by. */
  readonly holds: boolean | null;
  /** What was found, in a few words with figures. */
  readonly found: string;
  /** Counts, and milliseconds where the name ends with Ms. */
  readonly figures: Readonly<Record<string, number>>;
}

/**
 * Whether a run's spans show that its work was done at once: all analysts at work at one moment, the
 * tool calls of each in flight together, no analyst kept waiting by the dispatcher, and whoever argues,
 * reviews or decides in parallel doing so at one moment too. Of a contest: all authors at one moment. Of a
 * chain: all agents of a parallel group at one moment, and the tool calls of each in flight together.
 *
 * @param groups who was to work together, of a chain
 */
export function checkTrace(
  spans: readonly Span[],
  groups: readonly PlannedGroup[] = [],
): TraceCheck[] {
  const agents = spans.filter(({ kind }) => kind === "agent");
  if (agents.length > 0) return checkChain(agents, spans, groups);
  const authors = spans.filter(({ kind }) => kind === "author");
  const analysts = spans.filter(({ kind }) => kind === "analyst");
  const dispatcher = spans.find(({ kind }) => kind === "dispatcher");
  if (authors.length > 0) {
    return [branchesAtOnce("authors", authors), promptStart("authors", authors, dispatcher)];
  }
  return [
    branchesAtOnce("analysts", analysts),
    promptStart("analysts", analysts, dispatcher),
    ...analysts.map((analyst) => toolsAtOnce(analyst, callsOf(analyst, spans))),
    ...partiesAtOnce(
      "bull and bear argue at the same time, round by round",
      spans.filter(({ kind }) => kind === "researcher"),
    ),
    ...partiesAtOnce(
      "the plan's reviewers are at work at the same time, round by round",
      spans.filter(({ kind }) => kind === "reviewer"),
    ),
    ...partiesAtOnce(
      "all samples of the decision are drawn at the same time",
      spans.filter(({ kind }) => kind === "sample"),
    ),
  ];
}

/** The verdict: no check fails, and at least one could be made. */
export function traceHolds(checks: readonly TraceCheck[]): boolean {
  return checks.every(({ holds }) => holds !== false) && checks.some(({ holds }) => holds === true);
}

function checkChain(
  agents: readonly Span[],
  spans: readonly Span[],
  groups: readonly PlannedGroup[],
): TraceCheck[] {
  const parallel = groups.filter(({ how }) => how === "parallel");
  return [
    ...parallel.map(({ name, nodes }) =>
      branchesAtOnce(
        `agents of ${name}`,
        agents.filter((agent) => nodes.includes(agent.name)),
      ),
    ),
    ...agents.map((agent) => toolsAtOnce(agent, callsOf(agent, spans))),
  ];
}

function callsOf({ name }: Span, spans: readonly Span[]): Span[] {
  return spans.filter(({ kind, parent }) => kind === "tool" && parent === name);
}

type Branches = "analysts" | "authors";

function branchesAtOnce(who: string, branches: readonly Span[]): TraceCheck {
  const claim = `there is a moment when all ${who} are at work`;
  const count = branches.length;
  if (count < 2) return notApplicable(claim, `${who}: ${count}`, { [who]: count });
  const atOnce = mostAtOnce(branches);
  const commonMs = commonTime(branches);
  return {
    claim,
    holds: commonMs > 0,
    found: `${atOnce} of ${count} at once${commonMs > 0 ? `, for ${duration(commonMs)}` : ""}`,
    figures: { [who]: count, atOnce, commonMs },
  };
}

function promptStart(
  who: Branches,
  branches: readonly Span[],
  dispatcher: Span | undefined,
): TraceCheck {
  const claim = `all ${who} start within ${LATEST_START_MS / 1000} s of the dispatcher's end`;
  if (branches.length === 0) return notApplicable(claim, `${who}: 0`, {});
  if (dispatcher === undefined) return notApplicable(claim, "no dispatcher", {});
  const starts = branches.map(({ startedAt }) => startedAt - dispatcher.endedAt);
  const lastMs = Math.max(...starts);
  return {
    claim,
    holds: lastMs <= LATEST_START_MS,
    found: `the last after ${duration(lastMs)}`,
    figures: { firstMs: Math.min(...starts), lastMs },
  };
}

/**
 * A model may ask for more when it has read the first results, so calls come in rounds. Those of one
 * round are in flight together; that all rounds are of one call is what a loop looks like.
 */
function toolsAtOnce(analyst: Span, calls: readonly Span[]): TraceCheck {
  const claim = `the tool calls of ${analyst.name} overlap`;
  if (calls.length < 2)
    return notApplicable(claim, `calls: ${calls.length}`, { calls: calls.length });
  const rounds = roundsOf(calls);
  const atOnce = mostAtOnce(calls);
  const together = rounds.every((round) => mostAtOnce(round) === round.length);
  return {
    claim,
    holds: atOnce > 1 && together,
    found: `${atOnce} of ${calls.length} at once, rounds: ${rounds.length}`,
    figures: { calls: calls.length, atOnce, rounds: rounds.length },
  };
}

/** Every round has everyone in it, and a moment when all are at work. No check where nobody spoke. */
function partiesAtOnce(claim: string, spans: readonly Span[]): TraceCheck[] {
  if (spans.length === 0) return [];
  const parties = new Set(spans.map(({ name }) => name)).size;
  const rounds = roundsOf(spans);
  const full = rounds.filter((round) => round.length === parties && mostAtOnce(round) === parties);
  return [
    {
      claim,
      holds: full.length === rounds.length,
      found: `${mostAtOnce(spans)} of ${parties} at once, rounds: ${rounds.length}`,
      figures: { parties, atOnce: mostAtOnce(spans), rounds: rounds.length },
    },
  ];
}

/** A round begins where no earlier call is in flight any more. */
function roundsOf(calls: readonly Span[]): Span[][] {
  const rounds: Span[][] = [];
  let lastEnd = Number.NEGATIVE_INFINITY;
  for (const call of [...calls].sort((a, b) => a.startedAt - b.startedAt)) {
    const round = rounds.at(-1);
    if (round === undefined || call.startedAt >= lastEnd) rounds.push([call]);
    else round.push(call);
    lastEnd = Math.max(lastEnd, call.endedAt);
  }
  return rounds;
}

/** How many spans there are at the fullest moment. One that ends as another starts is not with it. */
function mostAtOnce(spans: readonly Span[]): number {
  return Math.max(
    ...spans.map(
      (span) =>
        spans.filter(
          (other) =>
            other === span || (other.startedAt <= span.startedAt && span.startedAt < other.endedAt),
        ).length,
    ),
  );
}

/** For how long all of them are there; negative where they never are. */
function commonTime(spans: readonly Span[]): number {
  return (
    Math.min(...spans.map(({ endedAt }) => endedAt)) -
    Math.max(...spans.map(({ startedAt }) => startedAt))
  );
}

function notApplicable(claim: string, found: string, figures: TraceCheck["figures"]): TraceCheck {
  return { claim, holds: null, found, figures };
}
