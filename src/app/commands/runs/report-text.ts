import { messageOf } from "#core/errors.ts";
import { spansOfEvents } from "#core/event-spans.ts";
import { inline } from "#core/render/inline.ts";
import { renderMarkdown } from "#core/render/markdown.ts";
import { printable } from "#core/render/printable.ts";
import { titleOf } from "#core/run-forms/index.ts";
import type { AnyKeptRun } from "#core/run-record.ts";
import { shownState, stateWords } from "#core/shown-state.ts";
import type { Span } from "#core/span.ts";
import { readRunEvents } from "#runtime/run-events.ts";
import { measureRunFolder } from "#runtime/run-folders.ts";

/**
 * A run's report as it was; of one without a result, that it has none and why. The bars of its timeline
 * are drawn from the run's events, which only the machine has that made it: elsewhere the report says
 * so.
 *
 * @param now epoch milliseconds
 */
export async function reportText(run: AnyKeptRun, logsDir: string, now: number): Promise<string> {
  const { id, error } = run;
  const { spans, missing } = await spansOf(id, logsDir);
  const report = await rendered(run, spans);
  if (report === null) {
    const state = stateWords(shownState(run, now));
    const why = error === null ? "" : `: ${error}`;
    const text = `# ${inline(titleOf(run))}: no result\n\n${inline(`Run ${id} has no result (${state})${why}`)}`;
    return `${printable(text)}\n`;
  }
  if (missing === null) return report;
  return `${report}\n${printable(`*The timeline has no bars: ${inline(missing)}*`)}\n`;
}

/** null without a result. */
async function rendered(run: AnyKeptRun, spans: readonly Span[]): Promise<string | null> {
  switch (run.kind) {
    case "analysis":
      return run.result && renderMarkdown(run.result, spans);
    case "contest": {
      const { renderContest } = await import("#core/contest/render/contest.ts");
      return run.result && renderContest(run.result, spans);
    }
    case "chain": {
      const { renderChain } = await import("#core/chain/render/chain.ts");
      return run.result && renderChain(run.result, spans);
    }
  }
}

async function spansOf(
  id: string,
  logsDir: string,
): Promise<{ spans: readonly Span[]; missing: string | null }> {
  const folder = await measureRunFolder(logsDir, id);
  if (folder === null) {
    return { spans: [], missing: `the events of run ${id} are not on this machine.` };
  }
  try {
    return { spans: spansOfEvents(await readRunEvents(folder.path)).spans, missing: null };
  } catch (error) {
    return { spans: [], missing: messageOf(error) };
  }
}
