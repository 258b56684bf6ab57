import type { PlannedGroup } from "#core/planned-group.ts";
import type { LiveNode } from "./live-node.ts";

const STREAMING: Readonly<Record<PlannedGroup["how"], string>> = {
  parallel: "Parallel streaming",
  sequential: "Streaming",
  code: "Working",
};

/** What a node at work is at: its model writes, or is asked to; else the step it is in, or its tools. */
export function workWords(node: LiveNode, how: PlannedGroup["how"]): string {
  if (!isWriting(node)) return capital(node.step ?? "");
  if (node.calls.some(({ endedAt }) => endedAt === null)) return "Working";
  return STREAMING[how];
}

/** Whether it has neither written nor called anything yet. */
export function showsNothing(node: LiveNode): boolean {
  const written = node.passages.some(({ shown }) => shown !== "");
  return !written && node.calls.length === 0 && isWriting(node);
}

/** Authors have other steps too; all others do nothing else. */
export function isWriting({ step }: LiveNode): boolean {
  return step === null || step === "writing" || step === "repairing";
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
