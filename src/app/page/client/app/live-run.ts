import { outcomeWords } from "#core/contest/render/outcome-words.ts";
import { stepWords } from "#core/contest/render/step-words.ts";
import type { RunEvent } from "#core/event.ts";
import type { PlannedGroup } from "#core/planned-group.ts";
import { printable } from "#core/render/printable.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import type { RunMessage } from "../../../web/api.ts";
import {
  begun,
  callBegun,
  callEnded,
  cutOff,
  finished,
  type LiveNode,
  type NodeEnd,
  newPassage,
  waitingNode,
  written,
} from "./live-node.ts";

/**
 * A run as it is seen. Its times are epoch milliseconds, less the pauses before them: a run that was cut
 * off and taken up again goes on where it stood.
 */
export interface LiveRun {
  /** The number of the last event that is in it. */
  readonly seq: number;
  readonly groups: readonly PlannedGroup[];
  readonly nodes: ReadonlyMap<string, LiveNode>;
  /** What a reader must know. */
  readonly notices: readonly string[];
  readonly startedAt: number | null;
  /** When the last event was. */
  readonly lastAt: number;
  readonly endedAt: number | null;
  /** Why it has failed; null where it has not. */
  readonly error: string | null;
  readonly pausedMs: number;
  /** How it stands, as its records say; null before they were heard. */
  readonly record: HistoryEntry | null;
  /** Whether nothing more will come. */
  readonly over: boolean;
}

export const noRun: LiveRun = {
  seq: 0,
  groups: [],
  nodes: new Map(),
  notices: [],
  startedAt: null,
  lastAt: 0,
  endedAt: null,
  error: null,
  pausedMs: 0,
  record: null,
  over: false,
};

/** The run after a message. Events that it has seen, which come again after a lost connection, change nothing. */
export function afterMessage(run: LiveRun, message: RunMessage): LiveRun {
  if (message.type === "run") return { ...run, record: message.run, over: false };
  if (message.type === "end") return { ...run, record: message.run, over: true };
  let now = run;
  for (const event of message.events) {
    if (event.seq > now.seq) now = { ...afterEvent(now, event), seq: event.seq };
  }
  return now;
}

function afterEvent(before: LiveRun, event: RunEvent): LiveRun {
  const at = event.at - before.pausedMs;
  const run = { ...before, startedAt: before.startedAt ?? at, lastAt: Math.max(before.lastAt, at) };
  switch (event.type) {
    case "planned":
      return planned(run, event.groups);
    case "notice":
      return noticed(run, printable(event.text));
    case "run_resumed":
      return resumed(before, event.at);
    case "run_ended":
      return { ...run, endedAt: at, error: event.error };
    default:
      return toldOfNode(run, event, at);
  }
}

/** What is said twice stands once. */
function noticed(run: LiveRun, text: string): LiveRun {
  return run.notices.includes(text) ? run : { ...run, notices: [...run.notices, text] };
}

/** A plan that comes again, when a run goes on, takes nothing back. */
function planned(run: LiveRun, groups: readonly PlannedGroup[]): LiveRun {
  const names = groups.flatMap(({ nodes }) => nodes);
  const nodes = names.map((name) => [name, run.nodes.get(name) ?? waitingNode(name)] as const);
  return { ...run, groups, nodes: new Map([...nodes, ...run.nodes]) };
}

function resumed(run: LiveRun, at: number): LiveRun {
  const pausedMs = run.startedAt === null ? 0 : Math.max(run.pausedMs, at - run.lastAt);
  const nodes = new Map([...run.nodes].map(([name, node]) => [name, cutOff(node)]));
  return { ...run, pausedMs, nodes, endedAt: null, error: null, over: false };
}

type NodeEvent = Exclude<RunEvent, { type: "planned" | "notice" | "run_resumed" | "run_ended" }>;

function toldOfNode(run: LiveRun, event: NodeEvent, at: number): LiveRun {
  const name = nodeOf(run, event);
  if (name === null) return run;
  const known = run.nodes.get(name);
  const node = known ?? waitingNode(name);
  const after = changed(node, event, at);
  if (after === node) return run;
  const nodes = new Map(run.nodes).set(name, after);
  if (known !== undefined) return { ...run, nodes };
  // Nobody has planned it, as in runs of earlier versions: it stands alone.
  const group: PlannedGroup = { name, nodes: [name], how: "code" };
  return { ...run, nodes, groups: [...run.groups, group] };
}

/** Whom an event is about; null for what is no node's: groups, conditions. */
function nodeOf({ nodes }: LiveRun, event: NodeEvent): string | null {
  switch (event.type) {
    case "span_started":
    case "span_ended":
      if (nodes.has(event.name) && event.kind !== "tool") return event.name;
      if (event.kind === "group" || event.kind === "condition") return null;
      return event.parent ?? event.name;
    case "agent_ended":
      return event.outcome.agent;
    default:
      return event.node;
  }
}

function changed(node: LiveNode, event: NodeEvent, at: number): LiveNode {
  switch (event.type) {
    case "span_started":
      if (event.name === node.name) return newPassage(begun(node, at));
      if (event.kind === "author_step") return stepped(node, event.name);
      return callBegun(node, event.name, at);
    case "span_ended":
      if (event.name === node.name) return finished(node, at, event.error);
      return event.kind === "author_step" ? node : callEnded(node, event.name, at, event.error);
    case "text":
      return written(node, event.text);
    default:
      return { ...node, end: endOf(event) };
  }
}

function stepped(node: LiveNode, step: string): LiveNode {
  const words = stepWords(step, node.step);
  return { ...(step === "write" ? newPassage(node) : node), step: words };
}

const nothing = { why: null, stance: null, confidence: null, figure: null, text: null, cut: false };

function endOf(event: Extract<NodeEvent, { type: `${string}ed` }>): NodeEnd | null {
  switch (event.type) {
    case "reported":
      if (event.gap !== null) return { ...nothing, state: "gap", why: event.gap.message };
      if (event.report === null) return null;
      return { ...nothing, ...saidIn(event.report), text: printable(event.report.text) };
    case "strategy_ended": {
      const text = printable(event.code ?? event.answer ?? "");
      if (event.failure !== null) return { ...nothing, state: "gap", why: event.failure, text };
      return { ...nothing, state: "done", figure: outcomeWords(event), text };
    }
    case "agent_ended": {
      const { state, output, gap, skipped } = event.outcome;
      if (state === "skipped") return { ...nothing, state, why: skipped };
      if (state === "failed") return { ...nothing, state: "gap", why: gap?.message ?? null };
      return { ...nothing, ...saidIn(event.outcome), text: printable(output ?? "") };
    }
    default:
      return null;
  }
}

function saidIn({ stance, confidence, cut }: Pick<NodeEnd, "stance" | "confidence" | "cut">) {
  return { state: "done" as const, stance, confidence, cut };
}
