import { counted } from "#core/render/counted.ts";
import type { HistoryEntry } from "#core/run-history.ts";
import type { RunKind } from "#core/run-kind.ts";
import { stateWords } from "#core/shown-state.ts";
import type { LiveRun } from "./live-run.ts";
import { isSettled, type SeenGroup } from "./node-state.ts";
import { liveStateOf } from "./shown-run.ts";

export const kindWords: Readonly<Record<RunKind, string>> = {
  analysis: "Analysis",
  contest: "Strategies",
  chain: "Chain",
};

/** A node's or a group's name for people. @example nameWords("bull_researcher") // "bull researcher" */
export function nameWords(name: string): string {
  return name.replace(/_analyst$/, "").replaceAll("_", " ");
}

/** How far a group has come. @example "3 of 6 done, 1 gap" */
export function groupWords({ nodes }: SeenGroup): string {
  const count = (wanted: string) => nodes.filter(({ state }) => state === wanted).length;
  const [done, gaps, skipped] = [count("done"), count("gap"), count("skipped")];
  return [
    `${done} of ${nodes.length} done`,
    ...(gaps > 0 ? [counted(gaps, "gap", "gaps")] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(", ");
}

/** What is going on, for those who hear the page: changes with who has ended, never with a token. */
export function statusWords(run: LiveRun, groups: readonly SeenGroup[]): string {
  const { record } = run;
  if (record === null) return "";
  if (run.over) return `${record.title}: ${endWords(record)}`;
  const now = groups.findLast(
    ({ group, nodes }) => group.how !== "code" && nodes.some(({ state }) => state === "working"),
  );
  if (now === undefined) return `${record.title} is at work`;
  const [only] = now.nodes;
  if (now.nodes.length === 1 && only !== undefined)
    return `${nameWords(only.node.name)} is at work`;
  return `${nameWords(now.group.name)}: ${groupWords(now)}`;
}

/** The page's title while a run is shown. @example "3/8 AAPL", "✓ AAPL buy 0.72" */
export function titleWords(
  record: HistoryEntry,
  over: boolean,
  groups: readonly SeenGroup[],
): string {
  if (over) return `${record.state === "done" ? "✓" : "✗"} ${record.title} ${endWords(record)}`;
  const nodes = groups.flatMap(({ group, nodes }) => (group.how === "code" ? [] : nodes));
  const done = nodes.filter(({ state }) => isSettled(state)).length;
  return nodes.length === 0 ? `… ${record.title}` : `${done}/${nodes.length} ${record.title}`;
}

/** What has come of a run that is over; one that still runs by its record has nobody who is at it. */
export function endWords(record: HistoryEntry): string {
  return record.headline ?? stateWords(liveStateOf(record, true));
}
