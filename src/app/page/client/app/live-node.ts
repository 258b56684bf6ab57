import type { Stance } from "#core/report.ts";
import { type LiveText, noText, withPiece } from "./live-text.ts";

/** A call of a tool, or another piece of work within a node. Times are of the run: see `LiveRun`. */
export interface LiveCall {
  readonly name: string;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly error: string | null;
}

/** One go of a node; a side of a debate has one a round. */
export interface LiveTurn {
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly error: string | null;
}

/** What a node has come to, as its own event tells. */
export interface NodeEnd {
  readonly state: "done" | "gap" | "skipped";
  /** Why there is nothing, or why it was not asked; null where it is done. */
  readonly why: string | null;
  readonly stance: Stance | null;
  readonly confidence: number | null;
  /** Its figures in a few words; null for all but strategies. */
  readonly figure: string | null;
  /** What it has written, for when it was not heard writing; null without any. */
  readonly text: string | null;
  /** Whether the model's output limit ended its text. */
  readonly cut: boolean;
}

/** One node of a run as it is seen. It is replaced when it changes, and only then. */
export interface LiveNode {
  readonly name: string;
  readonly turns: readonly LiveTurn[];
  readonly calls: readonly LiveCall[];
  /** What it has written: a passage a round, or a try. */
  readonly passages: readonly LiveText[];
  /** What an author is at; null for all other nodes. */
  readonly step: string | null;
  readonly end: NodeEnd | null;
}

export function waitingNode(name: string): LiveNode {
  return { name, turns: [], calls: [], passages: [], step: null, end: null };
}

/** It begins, or begins again: in a further round, or because it was cut off. */
export function begun(node: LiveNode, at: number): LiveNode {
  const turn = { startedAt: at, endedAt: null, error: null };
  return { ...node, turns: [...node.turns, turn], step: null, end: null };
}

export function finished(node: LiveNode, at: number, error: string | null): LiveNode {
  const turns = node.turns.map((turn) =>
    turn.endedAt === null ? { ...turn, endedAt: at, error } : turn,
  );
  return { ...node, turns, step: null };
}

export function callBegun(node: LiveNode, name: string, at: number): LiveNode {
  return { ...node, calls: [...node.calls, { name, startedAt: at, endedAt: null, error: null }] };
}

/** Of two calls of one name, the one that began first ends first. */
export function callEnded(
  node: LiveNode,
  name: string,
  at: number,
  error: string | null,
): LiveNode {
  const place = node.calls.findIndex((call) => call.name === name && call.endedAt === null);
  const call = node.calls[place];
  if (call === undefined) return node;
  return { ...node, calls: node.calls.with(place, { ...call, endedAt: at, error }) };
}

/** It writes. A passage begins with a turn, and where an author writes again. */
export function written(node: LiveNode, piece: string): LiveNode {
  const last = node.passages.at(-1) ?? noText;
  return { ...node, passages: [...node.passages.slice(0, -1), withPiece(last, piece)] };
}

/** What follows stands apart from what it has written before. */
export function newPassage(node: LiveNode): LiveNode {
  if (node.passages.at(-1)?.shown === "") return node;
  return { ...node, passages: [...node.passages, noText] };
}

/** It was cut off: what was at work has no end, and will be done again. */
export function cutOff(node: LiveNode): LiveNode {
  if (!isAtWork(node)) return node;
  return {
    ...node,
    turns: node.turns.filter(({ endedAt }) => endedAt !== null),
    calls: node.calls.filter(({ endedAt }) => endedAt !== null),
    passages: node.passages.slice(0, -1),
    step: null,
  };
}

export function isAtWork({ turns }: LiveNode): boolean {
  return turns.at(-1)?.endedAt === null;
}

/** How long it has worked, over all turns; null before it begins. */
export function workedMs({ turns }: LiveNode, now: number): number | null {
  if (turns.length === 0) return null;
  return turns.reduce(
    (sum, { startedAt, endedAt }) => sum + Math.max(0, (endedAt ?? now) - startedAt),
    0,
  );
}
